"""A blue-green release whose versions get new revisions."""

from tests.e2e.values import Values, knative, ksvc

SHARES = {"hello-0": 30, "hello-1": 70}


def blue_green(primary: str, candidate: str) -> Values:
    """Values of a release with these shares; another text of a version is a new revision of it."""
    return knative("blue-green", ksvc(primary, weight=SHARES["hello-0"]), ksvc(candidate, weight=SHARES["hello-1"]))
