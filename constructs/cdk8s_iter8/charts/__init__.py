"""The charts, which compose constructs into what is applied."""
