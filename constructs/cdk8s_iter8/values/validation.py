"""Validates data against a model and finds everything that is wrong, whole and part, in one run."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cdk8s_iter8.values.model import problems
from cdk8s_iter8.values.problem import Path, Problem

M = TypeVar("M", bound=BaseModel)


def validated(data: Any, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Validates data, and once more without its wrong parts.

    Checks of a whole run only when its parts are right; the second time they do.

    Args:
        data: What a file holds; keys as the file spells them.
        model: What it must be.

    Returns:
        The values, wrong parts left out (None where that is not possible), and everything that is wrong.
    """
    found: list[Problem] = []
    for _ in range(2):
        try:
            return model.model_validate(_without(data, [each.path for each in found]), by_name=False), found
        except ValidationError as error:
            known = [each.path for each in found]
            found += [each for each in problems(error, model) if not touches(each.path, known)]
    return None, found


def touches(path: Path, others: Sequence[Path]) -> bool:
    """Tells whether a path is at, in or around one of others."""
    return any(path[: len(other)] == other or other[: len(path)] == path for other in others if other)


def _without(data: Any, paths: Iterable[Path]) -> Any:
    """Copies data without the values at some paths; where a list item is wrong, without the list."""
    cut = set()
    for path in paths:
        while path and isinstance(path[-1], int):
            path = path[:-1]  # noqa: PLW2901
        cut.add(path)
    return _copied(data, (), cut)


def _copied(data: Any, here: Path, cut: set[Path]) -> Any:
    if isinstance(data, dict):
        return {key: _copied(value, (*here, key), cut) for key, value in data.items() if (*here, key) not in cut}
    if isinstance(data, list):
        return [_copied(value, (*here, index), cut) for index, value in enumerate(data)]
    return data
