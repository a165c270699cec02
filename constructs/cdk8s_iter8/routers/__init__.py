"""Routers: each turns any traffic plan into one resource. Imports no cdk8s."""
