"""Reads a YAML file with the line of every key, so that an error can name it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import yaml

from cdk8s_iter8.values.problem import Path, Problem, ValuesError, shown

# A values file of a few kilobytes is usual; aliases of aliases can grow one without bound.
_MOST_NODES = 100_000
_DEEPEST = 100


class _Loader(yaml.SafeLoader):
    """YAML as Helm reads it: without PyYAML's dates and base-60 numbers."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith((":timestamp", ":int", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int",
    re.compile(r"[-+]?(0|[1-9][0-9_]*|0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+)$"),
    list("-+0123456789"),
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(
        r"([-+]?([0-9][0-9_]*)?\.?[0-9]+([eE][-+]?[0-9]+)?|[-+]?[0-9]+\.|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$"
    ),
    list("-+0123456789."),
)


@dataclass(frozen=True)
class Source:
    """A document, and where each part of it stands.

    Attributes:
        name: The file as the user named it.
        data: Mappings, lists and scalars.
        lines: The line (from 1) of every key and list item.
        problems: What the YAML itself has wrong, such as duplicate keys.
    """

    name: str
    data: object
    lines: Mapping[Path, int]
    problems: tuple[Problem, ...] = ()

    def line(self, path: Path) -> int:
        """Returns the line of a path, or of the nearest part above it that the document has."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def error(self, problems: Iterable[Problem]) -> ValuesError:
        """Puts the file and the line before each problem, in the order of the file."""
        placed = sorted((self.line(problem.path), str(problem)) for problem in problems)
        return ValuesError([f"{self.name}:{line}: {text}" for line, text in dict.fromkeys(placed)])


class _Reader:
    def __init__(self, loader: _Loader) -> None:
        self.loader = loader
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.nodes = 0

    def value(self, node: yaml.Node, path: Path) -> object:
        self.nodes += 1
        if self.nodes > _MOST_NODES or len(path) > _DEEPEST:
            raise _TooLargeError(node)
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self.scalar(node)

    def scalar(self, node: yaml.Node) -> object:
        if node.tag == "tag:yaml.org,2002:int" and str(node.value).lstrip("+-").startswith("0o"):
            return int(node.value.replace("_", ""), 8)
        try:
            value: object = self.loader.construct_object(node)
        except ValueError as error:
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from error
        return value

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        result: dict[str, object] = {}
        merged: dict[str, object] = {}
        for key_node, value_node in node.value:
            if key_node.tag == "tag:yaml.org,2002:merge":
                merged |= self.merge(value_node, path)
                continue
            key = self.key(key_node, path)
            place = (*path, key)
            line = key_node.start_mark.line + 1
            if key in result:
                self.problems.append(
                    Problem(place, f"the key stands twice, in lines {self.lines[place]} and {line}; keep one")
                )
            self.lines[place] = line
            result[key] = self.value(value_node, place)
        return merged | result

    def key(self, node: yaml.Node, path: Path) -> str:
        key = self.scalar(node) if isinstance(node, yaml.ScalarNode) else None
        if isinstance(key, str):
            return key
        self.lines[(*path, str(node.value))] = node.start_mark.line + 1
        self.problems.append(Problem((*path, str(node.value)), f"the key {shown(key)} is not a string; quote it"))
        return str(node.value)

    def merge(self, node: yaml.Node, path: Path) -> dict[str, object]:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        result: dict[str, object] = {}
        for each in reversed(nodes):
            value = self.value(each, path)
            if isinstance(value, dict):
                result |= value
        return result


class _TooLargeError(yaml.MarkedYAMLError):
    def __init__(self, node: yaml.Node) -> None:
        super().__init__(
            problem=f"the document has more than {_MOST_NODES} values or {_DEEPEST} levels, aliases counted",
            problem_mark=node.start_mark,
        )


def read(file: FilePath | str) -> Source:
    """Reads one YAML document from a file.

    Args:
        file: The file.

    Returns:
        The document with the line of every key. Duplicate keys are among its problems.

    Raises:
        ValuesError: The file cannot be read, is not YAML, or holds several documents.
    """
    name = str(file)
    try:
        text = FilePath(file).read_text(encoding="utf-8")
    except OSError as error:
        raise ValuesError([f"{name}: {error.strerror or error}"]) from error
    except UnicodeDecodeError as error:
        raise ValuesError([f"{name}: is not UTF-8 text (byte {error.start})"]) from error
    return parse(text, name)


def parse(text: str, name: str) -> Source:
    """Reads one YAML document from text; `name` stands for the file in errors."""
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            reader = _Reader(loader)
            data: Any = reader.value(node, ()) if node is not None else None
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise ValuesError([f"{name}:{_place(error)}"]) from error
    except RecursionError as error:
        raise ValuesError([f"{name}: is nested too deeply"]) from error
    return Source(name, data, reader.lines, tuple(reader.problems))


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    text = " ".join(str(problem).split())
    return f"{mark.line + 1}: is not valid YAML: {text}" if mark else f" is not valid YAML: {text}"
