"""Makes a cdk8s app of a directory of values files; `main.py` runs it."""
