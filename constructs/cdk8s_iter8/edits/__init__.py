"""Edits: what a verb does to the text of a values file. Pure but for `values_file`; imports no cdk8s."""
