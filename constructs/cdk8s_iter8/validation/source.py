"""Reads a YAML file and the line of every key, which errors name."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, BinaryIO

import yaml

from cdk8s_iter8.validation.problem import Path, PlacedProblem, Problem, ValuesError, as_text, path_order, printable
from cdk8s_iter8.validation.yaml_composition import compose
from cdk8s_iter8.validation.yaml_data import NodeReader

STANDARD_INPUT = FilePath("-")
"""The file name that stands for standard input."""

EXTENSION = "x-"
"""The start of the top-level keys that belong to the author of a file."""

# A values file has a few kilobytes. Hundreds of kilobytes take seconds to read; aliases of aliases grow without limit.
_MOST_BYTES = 256 * 1024


@dataclass(frozen=True)
class Source:
    """A document and its lines.

    Attributes:
        name: The file, as the user named it.
        data: The data: mappings, lists and scalars.
        lines: The line of every key and list item, from 1.
        problems: Problems of the YAML itself, such as duplicate keys.
    """

    name: str
    data: object
    lines: Mapping[Path, int]
    problems: tuple[Problem, ...] = ()

    def keys(self) -> dict[Any, Any]:
        """Returns what the document's keys say, without its extensions: top-level keys that start with ``x-``.

        An author keeps anchors in them, as in a Compose file; nothing reads them.

        Raises:
            ValuesError: The document is not a mapping.
        """
        data = self.data if self.data is not None else {}
        if not isinstance(data, dict):
            raise self.error([Problem((), f"{as_text(data)} is not a mapping of values")])
        return {key: value for key, value in data.items() if not str(key).startswith(EXTENSION)}

    def line(self, path: Path) -> int:
        """Returns the line of a path; if the document does not have the path, the line of its nearest parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def error(self, problems: Iterable[Problem]) -> ValuesError:
        """Returns the error with the problems, with file and line, in the order of the file."""
        placed = sorted(
            {PlacedProblem(self.name, self.line(problem.path), problem) for problem in problems},
            key=lambda entry: (entry.line, path_order(entry.problem.path), entry.problem.message),
        )
        return ValuesError(placed)


def read(file: FilePath | str) -> Source:
    """Reads one YAML document from a file.

    Args:
        file: The file.

    Returns:
        The document with the line of every key. Duplicate keys are among its problems.

    Raises:
        ValuesError: The file cannot be read, is not YAML, or holds several documents.
    """
    return parse(read_text(file), named(file))


def read_text(file: FilePath | str) -> str:
    """Reads the text of a file, with its line ends unchanged.

    Args:
        file: The file; `STANDARD_INPUT` stands for standard input.

    Raises:
        ValuesError: The file cannot be read, is too large, or is not UTF-8.
    """
    name = named(file)
    try:
        content = _piped(sys.stdin.buffer) if str(file) == str(STANDARD_INPUT) else _bytes(file)
    except OSError as error:
        raise ValuesError([_placed(name, None, f"cannot be read: {error.strerror or error}")]) from error
    if len(content) > _MOST_BYTES:
        raise ValuesError([_placed(name, None, f"the file has more than {_MOST_BYTES} bytes")])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        text = f"is not UTF-8 text (byte {error.start} of the file)"
        raise ValuesError([_placed(name, line, text)]) from error


def named(file: FilePath | str) -> str:
    """Returns the name of a file in errors and outputs."""
    return "<stdin>" if str(file) == str(STANDARD_INPUT) else printable(str(file))


@lru_cache(maxsize=1)
def _piped(stream: BinaryIO) -> bytes:
    """Reads standard input. It can be read only once, but errors need its lines again."""
    return stream.read(_MOST_BYTES + 1)


def _bytes(file: FilePath | str) -> bytes:
    with FilePath(file).open("rb") as stream:
        return stream.read(_MOST_BYTES + 1)


def _placed(name: str, line: int | None, text: str) -> PlacedProblem:
    return PlacedProblem(name, line, Problem((), text))


def parse(text: str, name: str) -> Source:
    """Reads one YAML document from text; `name` stands for the file in errors."""
    reader = NodeReader()
    try:
        node = compose(text)
        data = reader.value(node, ()) if node is not None else None
    except yaml.reader.ReaderError as error:
        line, char = text[: error.position].count("\n") + 1, as_text(text[error.position])
        text = f"is not valid YAML: the character {char} may not stand in it"
        raise ValuesError([_placed(name, line, text)]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ValuesError([_placed(name, mark.line + 1 if mark else 1, _words(error))]) from error
    return Source(name, data, reader.lines, tuple(reader.problems))


def _words(error: yaml.MarkedYAMLError) -> str:
    problem = printable(" ".join((error.problem or str(error)).split()))
    context = f" ({printable(error.context)})" if error.context else ""
    return f"is not valid YAML: {problem}{context}"
