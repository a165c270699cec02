"""YAML with line numbers, types of fields, and problems. Every model of values is built from them. Imports no cdk8s."""
