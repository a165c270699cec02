"""Reads the nodes of a YAML document as data, and records the line of every part."""

import yaml

from cdk8s_iter8.validation.problem import Path, Problem, as_text
from cdk8s_iter8.validation.yaml_scalar import MAPPING, MERGE, SEQUENCE, scalar, unknown_tag

_MOST_NODES = 100_000
_DEEPEST = 100


class NodeReader:
    """Reads the nodes of one document.

    Attributes:
        lines: The line of every key and list item so far, from 1.
        problems: The problems of the document so far.
    """

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self._nodes = 0
        self._open: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> object:
        """Returns the data of a node.

        Args:
            node: The node.
            path: The path of the node in the document.

        Raises:
            yaml.YAMLError: The node cannot be read as data.
        """
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            raise _error(node, f"the document has more than {_MOST_NODES} values, aliases counted")
        if isinstance(node, yaml.ScalarNode):
            return self._text(scalar(node), path)
        if id(node) in self._open:
            raise _error(node, "an alias stands inside what it is an alias of")
        if len(self._open) >= _DEEPEST:
            raise _error(node, f"the document has more than {_DEEPEST} levels, aliases counted")
        self._open.add(id(node))
        result = self._sequence(node, path) if isinstance(node, yaml.SequenceNode) else self._mapping(node, path)
        self._open.remove(id(node))
        return result

    def _text(self, value: object, path: Path) -> object:
        """Reports half of a surrogate pair. YAML's escapes can write it, but it is no character."""
        if not isinstance(value, str) or (whole := value.encode(errors="replace").decode()) == value:
            return value
        self.problems.append(Problem(path, f"{as_text(value)} has half of a surrogate pair, which is no character"))
        return whole

    def _sequence(self, node: yaml.SequenceNode, path: Path) -> list[object]:
        _plain(node, SEQUENCE)
        for index, item in enumerate(node.value):
            self.lines[(*path, index)] = _line(item)
        return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]

    def _mapping(self, node: yaml.Node, path: Path) -> dict[str, object]:
        _plain(node, MAPPING)
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            if key_node.tag == MERGE:
                result = {**self._merged(value_node, path), **result}
        own: dict[str, int] = {}
        for key_node, value_node in node.value:
            if key_node.tag == MERGE:
                continue
            key, line = self._key(key_node, path), _line(key_node)
            place = (*path, key)
            if key in own:
                self.problems.append(Problem(place, f"the key stands twice, in lines {own[key]} and {line}; keep one"))
            own[key] = self.lines[place] = line
            result[key] = self.value(value_node, place)
        return result

    def _key(self, node: yaml.Node, path: Path) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise _error(node, "a key is a string, not a list or a mapping")
        key = self._text(scalar(node), path)
        if isinstance(key, str):
            return key
        written = str(node.value)
        self.lines[(*path, written)] = _line(node)
        self.problems.append(Problem((*path, written), f"the key {written or 'null'} is not a string; quote it"))
        return written

    def _merged(self, node: yaml.Node, path: Path) -> dict[str, object]:
        """Returns the mapping that ``<<`` merges. If several mappings have a key, the first one wins."""
        result: dict[str, object] = {}
        for source in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            value = self.value(source, path)
            if not isinstance(value, dict):
                raise _error(source, f"{as_text(value)} is not a mapping, which << merges into another")
            result = {**value, **result}
        return result


def _plain(node: yaml.Node, tag: str) -> None:
    if node.tag != tag:
        raise unknown_tag(node)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _error(node: yaml.Node, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
