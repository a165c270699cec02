"""One thing that is wrong in a values file, and all of them together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Path = tuple[str | int, ...]

_SHOWN = 60
_SIMPLE = re.compile(r"[A-Za-z0-9_-]{1,60}", re.ASCII)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, and what would be right.

    Attributes:
        path: Keys and list positions from the top of the document, such as ``("application", "versions", 1)``.
        message: The offending value and what would be right, in one line.
    """

    path: Path
    message: str

    def __str__(self) -> str:
        return f"{dotted(self.path)}: {self.message}" if self.path else self.message


def below(place: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yields problems whose paths start at a place, with paths from where that place's path starts."""
    yield from (Problem((*place, *each.path), each.message) for each in problems)


class ValuesError(ValueError):
    """Values that no release can be made from.

    Attributes:
        lines: One line for each problem, in the order of the file, each with the file, the line and the path
            (``releases/hello.yaml:14: application.versions[1].weight: -3 is not …``).
    """

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


def dotted(path: Path) -> str:
    """Writes a path as users read it.

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
            text += f"[{shown(step)}]"
    return text


def in_order(path: Path) -> tuple[tuple[int, str], ...]:
    """Returns a key to sort paths by, the items of a list by their position."""
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def printable(text: str) -> str:
    """Returns untrusted text as one line for a terminal, control characters escaped."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def shown(value: object) -> str:
    """Returns a value as an error shows it: on one line, strings quoted, long ones cut.

    Example:
        >>> shown("Not OK!")
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
