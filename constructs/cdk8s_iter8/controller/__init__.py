"""The Iter8 controller: what it needs, what it may do, and whether it fits the releases."""
