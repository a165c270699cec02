"""Whole Kubernetes objects in values: their schemas, and what Knative demands beyond its schema. Imports no cdk8s."""
