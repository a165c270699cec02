"""What traffic should do, and what it does for each set of ready versions. Imports no cdk8s."""
