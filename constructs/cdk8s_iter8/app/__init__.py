"""From a directory of values files to a cdk8s app: what `main.py` runs."""
