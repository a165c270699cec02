"""The JSON Schema of values, and the reference that is written from it."""
