"""Validates data against a model and reports all problems, of the whole and of its parts, in one run."""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.validation.problem import Path, Problem

M = TypeVar("M", bound=BaseModel)


def validate_parts(data: Any, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Validates data, and validates it again without its wrong parts.

    The checks of a whole run only if its parts are right, so the wrong parts are left out for them.

    Args:
        data: The data of a file, with the file's keys.
        model: The model.

    Returns:
        The values without wrong parts (None if that is not possible), and all problems.
    """
    reported: list[Problem] = []
    cut: set[Path] = set()
    while True:
        rest = without_paths(data, cut)
        try:
            return model.model_validate(rest, by_name=False), reported
        except ValidationError as error:
            wrong = list(problems(error, model))
        known = [problem.path for problem in reported]
        reported += [problem for problem in wrong if not touches(problem.path, known)]
        larger = cut | {_cut(rest, problem.path) for problem in wrong}
        if larger == cut or () in larger:
            return None, reported
        cut = larger


def touches(path: Path, others: Sequence[Path]) -> bool:
    """Tells whether a path is equal to another path, inside it or around it."""
    return any(path[: len(other)] == other or other[: len(path)] == path for other in others if other)


def _cut(data: Any, path: Path) -> Path:
    """Returns the path to leave out: the value, or its parent if the value is missing or a list item."""
    path = path if _is_in(data, path) else path[:-1]
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return path


def _is_in(data: Any, path: Path) -> bool:
    for step in path:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return False
    return True


def without_paths(data: Any, cut: Collection[Path], here: Path = ()) -> Any:
    """Copies data without the values at some paths.

    Args:
        data: Mappings, lists and scalars.
        cut: The paths, of keys of mappings.
        here: The path of the data.
    """
    if isinstance(data, dict):
        kept = {key: value for key, value in data.items() if (*here, key) not in cut}
        return {key: without_paths(value, cut, (*here, key)) for key, value in kept.items()}
    if isinstance(data, list):
        return [without_paths(value, cut, (*here, index)) for index, value in enumerate(data)]
    return data
