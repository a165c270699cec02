"""The installed environments: those of this project and of other packages, by entry point."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from cdk8s_iter8.environments.environment import Environment
from cdk8s_iter8.validation.problem import Problem, ValuesError, as_text, printable

GROUP = "cdk8s_iter8.environments"

__all__ = [
    "GROUP",
    "BrokenEnvironmentError",
    "Environment",
    "environment",
    "environment_names",
    "shipped_environment_names",
]


class BrokenEnvironmentError(ValuesError):
    """An environment of another package that cannot be used.

    Attributes:
        problem: The problem, at the key that names the environment in values.
    """

    def __init__(self, point: EntryPoint, text: str) -> None:
        package = f" of the package {point.dist.name}" if point.dist else ""
        line = printable(f"{as_text(point.name)} cannot be used: {point.value}{package} {text}")
        self.problem = Problem(("environment",), line)
        super().__init__([str(self.problem)])


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
        BrokenEnvironmentError: It is installed, but cannot be used.

    Example:
        >>> environment("knative-istio").strategies()
        ('none', 'blue-green', 'canary', 'mirror')
    """
    point = _entry_points()[name]
    try:
        made = point.load()()
        if isinstance(made, Environment):
            made.values()  # the models may be wrong, too
            return made
    except Exception as error:
        raise BrokenEnvironmentError(point, f"raises {type(error).__name__}: {error}") from error
    raise BrokenEnvironmentError(point, f"makes no Environment but {type(made).__name__}")
