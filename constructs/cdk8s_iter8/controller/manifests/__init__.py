"""The objects of a controller, as plain data with the keys of the Kubernetes API. Imports no cdk8s."""
