"""Values: the keys that users write, and their checks. Imports no cdk8s."""
