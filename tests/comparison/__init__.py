"""Compares a release with what the Iter8 chart renders from the same values: the same objects, the same traffic."""
