"""Reads a controller.yaml: the values of a controller and their lines."""

import pathlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from cdk8s_iter8.controller.engines import ENGINES, EngineValues, validate_controller
from cdk8s_iter8.validation.mapping_source import mapping_source
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.source import Source, read
from cdk8s_iter8.values.any_controller import AnyControllerValues

V = TypeVar("V", bound=AnyControllerValues)


@dataclass(frozen=True)
class ControllerFile:
    """The content of a controller.yaml.

    Attributes:
        values: The values of the controller.
        source: The file, with the lines for problems.
    """

    values: EngineValues
    source: Source


def load_controller(file: pathlib.Path | str) -> ControllerFile:
    """Reads a controller.yaml.

    Args:
        file: The file.

    Raises:
        ValuesError: All problems of the file, one line for each.
    """
    return _validate(read(file))


def controller_values(values: V | Mapping[str, Any] | pathlib.Path | str | None, engine: type[V], place: str) -> V:
    """Returns the values of a controller of one engine, from an argument in a program.

    Args:
        values: The values: a model, a mapping with the keys of a controller.yaml, or a file; None: the defaults.
        engine: The engine's values.
        place: The place to name in errors about a mapping, such as a construct's path.

    Raises:
        ValuesError: All problems of the values, one line for each; or they are for another engine.
    """
    if isinstance(values, engine):
        return values
    if values is None or isinstance(values, Mapping):
        (name,) = (name for name, model in ENGINES.items() if model is engine)
        return _of(_validate(mapping_source({"engine": name, **(values or {})}, place)), engine)
    if isinstance(values, str | pathlib.Path):
        return _of(load_controller(values), engine)
    raise TypeError(f"{place}: values are of {type(values).__name__}, not of {engine.__name__}")


def _validate(source: Source) -> ControllerFile:
    values, problems = validate_controller(source.keys())
    if problems or source.problems or values is None:
        raise source.error([*source.problems, *problems])
    return ControllerFile(values, source)


def _of(file: ControllerFile, engine: type[V]) -> V:
    if isinstance(file.values, engine):
        return file.values
    (wanted,) = (name for name, model in ENGINES.items() if model is engine)
    text = f"{as_text(file.values.engine)} is another engine: write `engine: {wanted}`"
    raise file.source.error([Problem(("engine",), text)])
