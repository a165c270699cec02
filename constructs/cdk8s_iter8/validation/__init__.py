"""YAML with line numbers, field types and problems: what every model of values is built from. Imports no cdk8s."""
