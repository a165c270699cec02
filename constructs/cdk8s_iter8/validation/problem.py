"""A problem of a values file, and the error with all problems."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Path = tuple[str | int, ...]

_SHOWN = 60
_SIMPLE = re.compile(r"[A-Za-z0-9_-]{1,60}", re.ASCII)


@dataclass(frozen=True)
class Problem:
    """A wrong value: its path, the value, and what would be right.

    Attributes:
        path: Keys and list positions from the top of the document, such as ``("application", "versions", 1)``.
        message: The wrong value and what would be right, in one line.
    """

    path: Path
    message: str

    def __str__(self) -> str:
        return f"{dotted(self.path)}: {self.message}" if self.path else self.message


def below(place: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Prefixes the path of every problem with `place`."""
    yield from (Problem((*place, *problem.path), problem.message) for problem in problems)


@dataclass(frozen=True)
class PlacedProblem:
    """A problem with its file and line.

    Attributes:
        file: The file, as the user named it; None: there is no file, or the message has the place.
        line: The line, from 1; None: the problem has no line, for example if the file cannot be read.
        problem: The problem; its path starts at the file.

    Example:
        >>> str(PlacedProblem("releases/hello.yaml", 14, Problem(("application", "port"), "0 is not a port")))
        'releases/hello.yaml:14: application.port: 0 is not a port'
    """

    file: str | None
    line: int | None
    problem: Problem

    def __str__(self) -> str:
        place = "" if self.file is None else f"{self.file}: " if self.line is None else f"{self.file}:{self.line}: "
        return f"{place}{self.problem}"


class ValuesError(ValueError):
    """Wrong values, or wrong arguments.

    Attributes:
        problems: All problems, in the order of the file.
        lines: One line for each problem, with the file, the line and the path
            (``releases/hello.yaml:14: application.versions[1].weight: -3 is not …``).
    """

    def __init__(self, problems: Sequence[PlacedProblem | str]) -> None:
        self.problems = tuple(
            PlacedProblem(None, None, Problem((), problem)) if isinstance(problem, str) else problem
            for problem in problems
        )
        self.lines = tuple(map(str, self.problems))
        super().__init__("\n".join(self.lines))


def dotted(path: Path) -> str:
    """Returns a path as text, for errors.

    Example:
        >>> dotted(("application", "versions", 1, "weight"))
        'application.versions[1].weight'
        >>> dotted(("labels", "iter8.tools/watch"))
        "labels['iter8.tools/watch']"
    """
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _SIMPLE.fullmatch(step):
            text += f".{step}" if text else step
        else:
            text += f"[{as_text(step)}]"
    return text


def path_order(path: Path) -> tuple[tuple[int, str], ...]:
    """Returns a sort key for paths. The items of a list are sorted by position."""
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def printable(text: str) -> str:
    """Returns untrusted text as one line for a terminal, with control characters escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def as_text(value: object) -> str:
    """Returns a value as text for an error: on one line, strings in quotes, long values cut.

    Example:
        >>> as_text("Not OK!")
        "'Not OK!'"
    """
    if isinstance(value, dict):
        text = "a mapping" if value else "an empty mapping"
    elif isinstance(value, list):
        text = f"a list of {len(value)}" if value else "an empty list"
    elif value is None:
        text = "null"
    elif isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, float):
        text = re.sub("(?=inf|nan)", ".", repr(value))
    elif isinstance(value, str):
        text = printable(value[: _SHOWN + 1])
        return f"'{text}'" if len(text) <= _SHOWN else f"'{text[: _SHOWN - 1]}…'"
    else:
        text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
