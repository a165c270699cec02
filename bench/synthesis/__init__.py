"""What synthesis costs, beside an empty cdk8s app and beside Helm: `make bench`."""
