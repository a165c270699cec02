"""Routers: a router turns a traffic plan into one resource. Imports no cdk8s."""
