"""Whole Kubernetes objects in values: their schemas, and Knative's rules beyond its schema. Imports no cdk8s."""
