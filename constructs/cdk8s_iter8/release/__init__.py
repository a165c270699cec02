"""A release, resolved from its values and checked as a whole. Imports no cdk8s."""
