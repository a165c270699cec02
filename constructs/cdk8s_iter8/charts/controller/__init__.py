"""The parts of the Iter8 controller's chart."""
