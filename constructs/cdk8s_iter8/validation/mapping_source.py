"""A mapping from a program, with the keys of a values file. It is checked like a file, but has no lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from cdk8s_iter8.validation.problem import Path, Problem, ValuesError, as_text
from cdk8s_iter8.validation.source import Source

_DEEPEST = 100


@dataclass(frozen=True)
class MappingSource(Source):
    """A mapping. It has a place instead of a file and lines."""

    def error(self, problems: Iterable[Problem]) -> ValuesError:
        """Puts the place before each problem."""
        return ValuesError(list(dict.fromkeys(f"{self.name}: {problem}" for problem in problems)))


def mapping_source(data: Mapping[str, Any], place: str) -> Source:
    """Makes a source of a mapping, for the same checks and errors as with a file.

    Args:
        data: The mapping, with mappings, lists and scalars as in YAML. It is copied.
        place: Where the mapping was given, such as a construct's path.

    Example:
        >>> mapping_source({"replicas": 0}, "app/controller").error([Problem(("replicas",), "0 is not …")]).lines
        ('app/controller: replicas: 0 is not …',)
    """
    problems: list[Problem] = []
    return MappingSource(place, _plain(data, (), problems), {}, tuple(problems))


def _plain(data: Any, path: Path, problems: list[Problem]) -> object:
    """Copies data. A value that no file could hold becomes a problem, and null in the copy."""
    if isinstance(data, BaseModel):  # a mapping may have models as values
        data = data.model_dump(by_alias=True, exclude_unset=True)
    if len(path) > _DEEPEST:
        problems.append(Problem(path[:1], f"has more than {_DEEPEST} levels"))
    elif isinstance(data, Mapping):
        problems.extend(
            Problem(path, f"the key {as_text(key)} is not a string") for key in data if type(key) is not str
        )
        return {key: _plain(value, (*path, key), problems) for key, value in data.items() if type(key) is str}
    elif isinstance(data, list | tuple):
        return [_plain(item, (*path, index), problems) for index, item in enumerate(data)]
    elif data is None or isinstance(data, str | int | float):
        return data
    else:
        noun = "a mapping, a list, a string, a number, true, false or null"
        problems.append(Problem(path, f"{as_text(data)} is not {noun}"))
    return None
