"""Environments, by entry point: those of this project and of every other installed package."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from cdk8s_iter8.environments.environment import Environment

GROUP = "cdk8s_iter8.environments"

__all__ = ["GROUP", "Environment", "environment", "environment_names", "shipped_environment_names"]


@cache
def _entry_points() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}


def environment_names() -> list[str]:
    """Returns the names of the installed environments, in alphabetical order."""
    return sorted(_entry_points())


def shipped_environment_names() -> list[str]:
    """Returns the names of the environments of this project, without those of other packages."""
    own = __name__.split(".", maxsplit=1)[0]
    return [name for name in environment_names() if _entry_points()[name].module.split(".")[0] == own]


@cache
def environment(name: str) -> Environment[Any]:
    """Returns an environment.

    Args:
        name: The environment's name in values, such as ``knative-istio``.

    Raises:
        KeyError: No such environment is installed.

    Example:
        >>> environment("knative-istio").strategies()
        ('none', 'blue-green', 'canary', 'mirror')
    """
    environment_class: type[Environment[Any]] = _entry_points()[name].load()
    return environment_class()
