"""The commands of `cdk8s-iter8`, one a file. Their docstrings are what `--help` prints."""
