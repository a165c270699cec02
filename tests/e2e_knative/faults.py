"""Versions that never serve: what is wrong with them, as a user would write it."""

from typing import Any

from tests.e2e.values import Values, ksvc

FAULTS = ("image", "probe", "crash")
"""An image that is not there, a readiness probe that always fails, a program that ends at once."""


def broken(fault: str, **more: Any) -> Values:
    """A version with that fault; `more` are keys of the version such as weight."""
    version = ksvc({"probe": "unready", "crash": "crash"}.get(fault, "v"), **more)
    container = version["ksvcSpecification"]["spec"]["template"]["spec"]["containers"][0]
    if fault == "image":
        container["image"] = "example.com/missing:1"
    if fault == "probe":
        container["readinessProbe"] = {"httpGet": {"path": "/"}}
    return version
