"""Validates data against a model and finds everything that is wrong, whole and part, in one run."""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.validation.problem import Path, Problem

M = TypeVar("M", bound=BaseModel)


def validate_parts(data: Any, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Validates data, and again without its wrong parts.

    Checks of a whole run only when its parts are right; without the wrong ones they do.

    Args:
        data: What a file holds; keys as the file spells them.
        model: What it must be.

    Returns:
        The values, wrong parts left out (None where that is not possible), and everything that is wrong.
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
    """Tells whether a path is at, in or around one of others."""
    return any(path[: len(other)] == other or other[: len(path)] == path for other in others if other)


def _cut(data: Any, path: Path) -> Path:
    """Returns what to leave out: what is at a path; where a key is missing or a list item wrong, what holds it."""
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
    """Copies data without what stands at some paths.

    Args:
        data: Mappings, lists and scalars.
        cut: Paths of keys of mappings.
        here: Where the data stands.
    """
    if isinstance(data, dict):
        kept = {key: value for key, value in data.items() if (*here, key) not in cut}
        return {key: without_paths(value, cut, (*here, key)) for key, value in kept.items()}
    if isinstance(data, list):
        return [without_paths(value, cut, (*here, index)) for index, value in enumerate(data)]
    return data
