"""Reads a YAML file and the line of every key, which errors name."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, BinaryIO

import yaml

from cdk8s_iter8.validation.problem import Path, PlacedProblem, Problem, ValuesError, path_order, printable, shown
from cdk8s_iter8.validation.yaml_scalar import MAPPING, MERGE, SEQUENCE, FastLoader, Loader, scalar, unknown_tag

STANDARD_INPUT = FilePath("-")
"""The file name that stands for standard input."""

EXTENSION = "x-"
"""The start of the top-level keys that belong to the author of a file."""

# A values file has a few kilobytes. Hundreds of kilobytes take seconds to read; aliases of aliases grow without limit.
_MOST_BYTES = 256 * 1024
_MOST_NODES = 100_000
_DEEPEST = 100
# What libyaml takes for something else than PyYAML's own reader. Lines and brackets are counted because its composer
# calls itself for each level: beyond some thousands the stack ends, and the process with it.
_READ_OTHERWISE = re.compile(r"[\t!\ufeff]|[?]\s|[|>][-+0-9]*#|[^\n]{1000}")
_MOST_BRACKETS = 1000


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
            raise self.error([Problem((), f"{shown(data)} is not a mapping of values")])
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


class _Reader:
    """Turns nodes into data, and records the line of every part."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.nodes = 0
        self.open: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> object:
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            raise _error(node, f"the document has more than {_MOST_NODES} values, aliases counted")
        if isinstance(node, yaml.ScalarNode):
            return self.text(scalar(node), path)
        if id(node) in self.open:
            raise _error(node, "an alias stands inside what it is an alias of")
        if len(self.open) >= _DEEPEST:
            raise _error(node, f"the document has more than {_DEEPEST} levels, aliases counted")
        self.open.add(id(node))
        result = self.sequence(node, path) if isinstance(node, yaml.SequenceNode) else self.mapping(node, path)
        self.open.remove(id(node))
        return result

    def text(self, value: object, path: Path) -> object:
        """Reports half of a surrogate pair. YAML's escapes can write it, but it is no character."""
        if not isinstance(value, str) or (whole := value.encode(errors="replace").decode()) == value:
            return value
        self.problems.append(Problem(path, f"{shown(value)} has half of a surrogate pair, which is no character"))
        return whole

    def sequence(self, node: yaml.SequenceNode, path: Path) -> list[object]:
        _plain(node, SEQUENCE)
        for index, item in enumerate(node.value):
            self.lines[(*path, index)] = _line(item)
        return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]

    def mapping(self, node: yaml.Node, path: Path) -> dict[str, object]:
        _plain(node, MAPPING)
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            if key_node.tag == MERGE:
                result = {**self.merged(value_node, path), **result}
        own: dict[str, int] = {}
        for key_node, value_node in node.value:
            if key_node.tag == MERGE:
                continue
            key, line = self.key(key_node, path), _line(key_node)
            place = (*path, key)
            if key in own:
                self.problems.append(Problem(place, f"the key stands twice, in lines {own[key]} and {line}; keep one"))
            own[key] = self.lines[place] = line
            result[key] = self.value(value_node, place)
        return result

    def key(self, node: yaml.Node, path: Path) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise _error(node, "a key is a string, not a list or a mapping")
        key = self.text(scalar(node), path)
        if isinstance(key, str):
            return key
        written = str(node.value)
        self.lines[(*path, written)] = _line(node)
        self.problems.append(Problem((*path, written), f"the key {written or 'null'} is not a string; quote it"))
        return written

    def merged(self, node: yaml.Node, path: Path) -> dict[str, object]:
        """Returns the mapping that ``<<`` merges. If several mappings have a key, the first one wins."""
        result: dict[str, object] = {}
        for source in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            value = self.value(source, path)
            if not isinstance(value, dict):
                raise _error(source, f"{shown(value)} is not a mapping, which << merges into another")
            result = {**value, **result}
        return result


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
    reader = _Reader()
    try:
        node = _quickly_composed(text) or _composed(text)
        data = reader.value(node, ()) if node is not None else None
    except yaml.reader.ReaderError as error:
        line, char = text[: error.position].count("\n") + 1, shown(text[error.position])
        text = f"is not valid YAML: the character {char} may not stand in it"
        raise ValuesError([_placed(name, line, text)]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ValuesError([_placed(name, mark.line + 1 if mark else 1, _words(error))]) from error
    return Source(name, data, reader.lines, tuple(reader.problems))


def _quickly_composed(text: str) -> yaml.Node | None:
    """Returns the node of the one document; None: it is not as simple as that, and `_composed` says what it is."""
    if _READ_OTHERWISE.search(text) or text.count("[") + text.count("{") > _MOST_BRACKETS:
        return None
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=FastLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None
    return node


def _composed(text: str) -> yaml.Node | None:
    loader = Loader(text)
    try:
        documents = list(_documents(loader))
    except RecursionError as error:
        raise yaml.MarkedYAMLError(problem="it is nested too deeply", problem_mark=loader.get_mark()) from error
    except (ValueError, OverflowError) as error:  # an escape such as \UFFFFFFFF
        raise yaml.MarkedYAMLError(problem="the escape is no character", problem_mark=loader.get_mark()) from error
    finally:
        loader.dispose()
    if len(documents) > 1:
        problem = "it holds several documents; a values file is one"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=documents[1][0])
    return documents[0][1] if documents else None


def _documents(loader: Loader) -> Iterator[tuple[yaml.Mark, yaml.Node]]:
    """Yields the documents that are not empty, with their start. `---` may stand before or after the only document."""
    while loader.check_node():
        mark, node = loader.peek_event().start_mark, loader.get_node()  # type: ignore[no-untyped-call]
        if node and not (isinstance(node, yaml.ScalarNode) and node.value == "" and node.style is None):
            yield mark, node


def _words(error: yaml.MarkedYAMLError) -> str:
    problem = printable(" ".join((error.problem or str(error)).split()))
    context = f" ({printable(error.context)})" if error.context else ""
    return f"is not valid YAML: {problem}{context}"


def _plain(node: yaml.Node, tag: str) -> None:
    if node.tag != tag:
        raise unknown_tag(node)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _error(node: yaml.Node, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
