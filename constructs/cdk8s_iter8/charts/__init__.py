"""The charts, which compose constructs."""
