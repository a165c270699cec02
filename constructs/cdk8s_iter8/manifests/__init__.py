"""What each object of a release is, as plain data with the keys of the Kubernetes API. Imports no cdk8s."""
