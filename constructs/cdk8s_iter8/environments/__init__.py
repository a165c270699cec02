"""Environments, found by entry point: those of this project and of any package installed beside it."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from cdk8s_iter8.environments.environment import Environment

GROUP = "cdk8s_iter8.environments"

__all__ = ["GROUP", "Environment", "environment", "environment_names", "shipped_environment_names"]


@cache
def _found() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}


def environment_names() -> list[str]:
    """Returns the names of the environments that are installed, in alphabetical order."""
    return sorted(_found())


def shipped_environment_names() -> list[str]:
    """Returns the names of the environments that come with this project, whatever else is installed."""
    own = __name__.split(".", maxsplit=1)[0]
    return [name for name in environment_names() if _found()[name].module.split(".")[0] == own]


@cache
def environment(name: str) -> Environment[Any]:
    """Returns an environment.

    Args:
        name: Its name in values, such as ``knative-istio``.

    Raises:
        KeyError: No such environment is installed.

    Example:
        >>> environment("knative-istio").strategies()
        ('none', 'blue-green', 'canary', 'mirror')
    """
    found: type[Environment[Any]] = _found()[name].load()
    return found()
