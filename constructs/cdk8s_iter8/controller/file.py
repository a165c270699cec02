"""A controller.yaml: the values of a controller, and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TypeVar

from cdk8s_iter8.controller.check import controller_problems
from cdk8s_iter8.controller.engines import ENGINES, EngineValues, validated_controller
from cdk8s_iter8.controller.resolved import controller_plan
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import Problem, shown
from cdk8s_iter8.validation.source import Source, read
from cdk8s_iter8.values.any_controller import AnyControllerValues

V = TypeVar("V", bound=AnyControllerValues)


@dataclass(frozen=True)
class ControllerFile:
    """A controller.yaml, read.

    Attributes:
        values: Its values.
        source: The file, to name the line of a problem.
    """

    values: EngineValues
    source: Source

    def problems(self, releases: Iterable[ResolvedRelease]) -> tuple[str, ...]:
        """Returns why the controller cannot serve releases, a line each with file, line and path; none: it can."""
        releases = tuple(releases)
        found = tuple(controller_problems(controller_plan(self.values, releases), releases))
        return self.source.error(found).lines if found else ()


def load_controller(file: FilePath | str) -> ControllerFile:
    """Reads a controller.yaml.

    Args:
        file: The file.

    Raises:
        ValuesError: Everything that is wrong with the file, a line each.
    """
    source = read(file)
    data = source.data if source.data is not None else {}
    if not isinstance(data, dict):
        raise source.error([Problem((), f"{shown(data)} is not a mapping of values")])
    values, found = validated_controller(data)
    if found or source.problems or values is None:
        raise source.error([*source.problems, *found])
    return ControllerFile(values, source)


def load_values(file: FilePath | str, engine: type[V]) -> V:
    """Reads a controller.yaml of one engine.

    Args:
        file: The file.
        engine: The engine's values.

    Raises:
        ValuesError: Everything that is wrong with the file, a line each; or it is for another engine.
    """
    found = load_controller(file)
    if isinstance(found.values, engine):
        return found.values
    (wanted,) = (name for name, each in ENGINES.items() if each is engine)
    text = f"{shown(found.values.engine)} is another engine: write `engine: {wanted}`"
    raise found.source.error([Problem(("engine",), text)])
