"""Values: what users write, checked as a whole. Imports no cdk8s."""
