"""What hypothesis generates for the property tests."""
