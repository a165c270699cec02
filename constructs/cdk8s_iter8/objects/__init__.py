"""Constructs that add one object, or a few that belong together."""
