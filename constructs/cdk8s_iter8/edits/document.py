"""The text of a values file, and the data that it must have after an edit."""

import re
from dataclasses import dataclass
from functools import cached_property

import yaml

from cdk8s_iter8.edits.nodes import Alias, Composition, flows, own_position, plain
from cdk8s_iter8.validation.problem import Path, Problem

_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")

_COMMENT = re.compile(
    r"(?:[ \t]*(?:\r\n|[\n\r]))*(?P<indent> *)#[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\Z)"
)


class EditError(ValueError):
    """A document does not allow an edit.

    Attributes:
        problem: The path and the reason.
    """

    def __init__(self, path: Path, message: str) -> None:
        self.problem = Problem(path, message)
        super().__init__(str(self.problem))


@dataclass(frozen=True)
class Splice:
    r"""The replacement of a part of a text.

    Attributes:
        start: The position where the part starts.
        end: The position where the part ends.
        text: The new text; its lines end with ``\n``.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Document:
    """A document that is edited.

    Attributes:
        text: The text of the document.
        data: The data that the text must have. `cdk8s_iter8.edits.edit` compares it with the edited text.
    """

    text: str
    data: object

    @classmethod
    def of(cls, text: str) -> "Document":
        """Makes a document of a text that is valid YAML."""
        root = Composition(text).root
        return cls(text, plain(root) if root else None)

    @cached_property
    def composition(self) -> Composition:
        """The nodes of the document.

        Raises:
            EditError: The edited text is not YAML.
        """
        try:
            return Composition(self.text)
        except yaml.YAMLError as error:
            raise EditError((), "cannot be edited as it is written: what came out would not be YAML") from error

    @cached_property
    def newline(self) -> str:
        """The line end of the first line, which is used for all lines."""
        end = _LINE_END.search(self.text)
        return end[0] if end else "\n"

    @cached_property
    def indented(self) -> bool:
        """Whether lists are indented deeper than their keys, like the list of versions."""
        versions = self.find(("application", "versions"))
        application = self.find(("application",))
        if not isinstance(versions, yaml.SequenceNode) or flows(versions) or not versions.value or not application:
            return False
        return self.column(versions) > self.column(application)

    def edited(self, splice: Splice, data: object) -> "Document":
        """Returns the document with one part replaced.

        Args:
            splice: The part.
            data: The data that the document must have afterwards.
        """
        text = splice.text.replace("\n", self.newline)
        return Document(self.text[: splice.start] + text + self.text[splice.end :], data)

    def find(self, path: Path) -> yaml.Node | None:
        """Returns the node at a path; None: there is no node, or ``<<`` merges it.

        Raises:
            EditError: The node is inside an alias.
        """
        node = self.composition.root
        for depth, step in enumerate(path):
            if isinstance(node, Alias):
                here, there = (part.start_mark.line + 1 for part in (node, node.value))
                alias = f"*{self.composition.names[id(node.value)]}"
                text = f"is in line {here} an alias ({alias}) of line {there}; edit that, or write it out here first"
                raise EditError(path[:depth], text)
            if isinstance(step, int):
                items = node.value if isinstance(node, yaml.SequenceNode) else []
                node = items[step] if step < len(items) else None
            else:
                index = own_position(node, step) if isinstance(node, yaml.MappingNode) else None
                node = node.value[index][1] if node and index is not None else None
            if node is None:
                return None
        return node

    def flows(self, path: Path) -> bool:
        """Tells whether the value at a path is written in brackets or braces."""
        above = (self.find(path[:depth]) for depth in range(len(path)))
        return any(node is not None and flows(node) for node in above)

    def column(self, node: yaml.Node) -> int:
        """Returns the column of the keys of a block mapping, or of the dashes of a block list."""
        if isinstance(node, yaml.MappingNode):
            return int(node.value[0][0].start_mark.column)
        return int(self.composition.dash(node.value[0]).column)

    def anchor(self, node: yaml.Node) -> str:
        """Returns the anchor in front of a node, as it is written; empty: there is no anchor."""
        name = self.composition.names.get(id(node))
        return f"&{name}" if name else ""

    def end(self, node: yaml.Node) -> int:
        """Returns the position where the text of a node ends, before comments behind it."""
        last = _last(node)
        end: int = last.end_mark.index
        if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
            return last.start_mark.index + len(self.text[last.start_mark.index : end].rstrip())
        return end

    def after(self, node: yaml.Node, column: int) -> int:
        """Returns the position of the first line after an entry; the end of the text if there is no such line.

        Comments that are indented deeper than the entry belong to it.

        Args:
            node: The entry's value.
            column: The column of the entry's key, or of its dash.
        """
        last = _last(node)
        if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
            position = int(last.end_mark.index)
        else:
            end = _LINE_END.search(self.text, self.end(node))
            position = end.end() if end else len(self.text)
        while (comment := _COMMENT.match(self.text, position)) and len(comment["indent"]) > column:
            position = comment.end()
        return position

    def ends_line(self, position: int) -> bool:
        """Tells whether a line ends directly before a position."""
        return bool(_LINE_END.fullmatch(self.text, max(position - 1, 0), position))

    def line_start(self, position: int) -> int:
        """Returns the position where the line of a position begins."""
        ends = [self.text.rfind(end, 0, position) for end in ("\n", "\r", "\x85", "\u2028", "\u2029")]
        return max(ends) + 1


def _last(node: yaml.Node) -> yaml.Node:
    while isinstance(node, yaml.CollectionNode) and not flows(node) and node.value:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return node


def updated(data: object, path: Path, value: object) -> object:
    """Copies data with a new value at a path. Only the last key of the path may be missing.

    Example:
        >>> updated({"a": [1, 2]}, ("a", 1), 3)
        {'a': [1, 3]}
    """
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list):
        return [updated(item, rest, value) if index == step else item for index, item in enumerate(data)]
    old = data if isinstance(data, dict) else {}
    return {**old, step: updated(old.get(step), rest, value)}
