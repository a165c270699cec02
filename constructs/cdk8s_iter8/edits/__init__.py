"""Edits of the text of a values file, one for every verb. Pure, except `values_file`. Imports no cdk8s."""
