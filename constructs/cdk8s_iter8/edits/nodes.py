"""The nodes of a YAML document with their positions. An alias is a node, too."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import yaml

from cdk8s_iter8.validation.problem import Path
from cdk8s_iter8.validation.yaml_scalar import MAPPING, MERGE, Loader, scalar


class Alias(yaml.Node):
    """An alias, such as ``*spec``. Its value is the node of the anchor."""

    id = "alias"

    def __init__(self, node: yaml.Node, event: yaml.Event) -> None:
        super().__init__(node.tag, node, event.start_mark, event.end_mark)  # type: ignore[arg-type]


class Composition(Loader):
    """The nodes of a document, with the tags of `Loader`.

    Attributes:
        root: The top node; None: the document is empty.
        names: The names of anchors, by the `id` of the node.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.names: dict[int, str] = {}
        self._dashes: list[yaml.Mark] = []
        try:
            self.root: yaml.Node | None = self.get_single_node()
        finally:
            self.dispose()

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        """Makes a node of an alias, and records anchors."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        node = super().compose_node(parent, index)  # type: ignore[arg-type]
        if node is None:
            return None
        if isinstance(event, yaml.AliasEvent):
            return Alias(node, event)
        if event.anchor:
            self.names[id(node)] = event.anchor
        return node

    def fetch_block_entry(self) -> None:
        """Records the position of the dash of a list item."""
        super().fetch_block_entry()
        self._dashes.append(self.tokens[-1].start_mark)

    def dash(self, item: yaml.Node) -> yaml.Mark:
        """Returns the position of the dash in front of an item of a block list."""
        return self._dashes[bisect_left(self._dashes, item.start_mark.index, key=lambda mark: mark.index) - 1]


def within(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yields a node and all nodes inside it, but not the nodes behind aliases."""
    if node is None:
        return
    yield node
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from within(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from within(key)
            yield from within(value)


def target(node: yaml.Node) -> yaml.Node:
    """Returns the node itself, or for an alias, the node of its anchor."""
    return node.value if isinstance(node, Alias) else node


def flows(node: yaml.Node) -> bool:
    """Tells whether a node is a list in brackets or a mapping in braces."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def key_text(node: yaml.Node) -> str:
    """Returns the text of a key."""
    return str(target(node).value)


def own_position(node: yaml.Node, key: str) -> int | None:
    """Returns the position of a mapping's own key, which ``<<`` does not merge; None: there is no such key."""
    positions = [index for index, (name, _) in enumerate(node.value) if name.tag != MERGE and key_text(name) == key]
    return positions[-1] if positions else None


def merges(node: yaml.Node) -> bool:
    """Tells whether a mapping has ``<<``."""
    return any(key.tag == MERGE for key, _ in node.value)


def expanded(node: yaml.Node) -> yaml.Node:
    """Copies a node without aliases, ``<<``, anchors and comments: their values are written out.

    Quotes stay, and lists in brackets and mappings in braces stay.
    """
    node = target(node)
    if isinstance(node, yaml.ScalarNode):
        return yaml.ScalarNode(node.tag, node.value, style=node.style)
    if isinstance(node, yaml.SequenceNode):
        return yaml.SequenceNode(node.tag, [expanded(item) for item in node.value], flow_style=flows(node))
    return mapping(_pairs(node), flow_style=flows(node))


def mapping(pairs: Iterable[tuple[str, yaml.Node]], *, flow_style: bool = False) -> yaml.MappingNode:
    """Makes a mapping. If a key stands twice, the last value counts."""
    value = [(represented(key), node) for key, node in dict(pairs).items()]
    return yaml.MappingNode(MAPPING, value, flow_style=flow_style)


def pairs(node: yaml.Node) -> dict[str, yaml.Node]:
    """Returns the keys and values of an `expanded` mapping."""
    return {key_text(key): value for key, value in node.value}


def with_value(node: yaml.Node, path: Path, value: yaml.Node) -> yaml.Node:
    """Copies an `expanded` node with a new value at a path. Missing keys are added at the end."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(node, yaml.SequenceNode):
        items = [with_value(item, rest, value) if index == step else item for index, item in enumerate(node.value)]
        return yaml.SequenceNode(node.tag, items, flow_style=flows(node))
    values = pairs(node) if isinstance(node, yaml.MappingNode) else {}
    inner = with_value(values.get(str(step), mapping([])), rest, value)
    return mapping({**values, str(step): inner}.items(), flow_style=flows(node))


def _pairs(node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    for key, value in node.value:
        if key.tag == MERGE:
            merged = target(value)
            for source in reversed(merged.value) if isinstance(merged, yaml.SequenceNode) else [merged]:
                yield from _pairs(target(source))
    yield from ((key_text(key), expanded(value)) for key, value in node.value if key.tag != MERGE)


def plain(node: yaml.Node) -> object:
    """Returns the data of a node."""
    node = target(node)
    if isinstance(node, yaml.ScalarNode):
        return scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return {key: plain(value) for key, value in _pairs(node)}


def represented(data: object) -> yaml.Node:
    """Returns data as a node."""
    representer = yaml.representer.SafeRepresenter(sort_keys=False, default_flow_style=False)
    node: yaml.Node = representer.represent_data(data)
    return node


def same(one: object, other: object) -> bool:
    """Tells whether two data are equal. Types count, the order of keys does not.

    Example:
        >>> same({"a": 1, "b": 2}, {"b": 2, "a": 1}), same(1, 1.0), same(1, True)
        (True, False, False)
    """
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and repr(one) == repr(other)
