"""Makes a cdk8s app from a directory of values files; `main.py` runs it."""
