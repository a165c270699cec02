"""Facts about the Iter8 controller: its types, its routemaps, its weights. Imports no cdk8s."""
