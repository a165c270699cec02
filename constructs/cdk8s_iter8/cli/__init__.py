"""The commands of `cdk8s-iter8`, a file for each. `--help` prints their docstrings."""
