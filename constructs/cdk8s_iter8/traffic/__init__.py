"""Applications, versions and traffic plans, and their previews. Imports no cdk8s."""
