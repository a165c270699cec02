"""Writes nodes as YAML text for a place in a document."""

import re
from collections.abc import Sequence

import yaml

from cdk8s_iter8.validation.yaml_scalar import MAPPING, SEQUENCE, Loader


class _Dumper(yaml.SafeDumper):
    """Writes nodes. Quotes strings that a reader of YAML 1.1 or 1.2 might read as something else."""

    indented = False

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless and not self.indented)


class _Indented(_Dumper):
    """Indents the items of lists deeper than the list's key."""

    indented = True


_Dumper.yaml_implicit_resolvers = {
    first: [*Loader.yaml_implicit_resolvers.get(first, ()), *resolvers]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("[yYnN]$"), list("yYnN"))


def entry(key: str, node: yaml.Node, column: int, *, indented: bool) -> str:
    """Writes a key of a block mapping and its value. All lines are indented; the last line has no line end.

    Args:
        key: The key.
        node: The value, without aliases.
        column: The column of the mapping's keys, from 0.
        indented: Whether the items of lists are indented deeper than the list's key.
    """
    pair = (yaml.ScalarNode("tag:yaml.org,2002:str", key), node)
    return _block(yaml.MappingNode(MAPPING, [pair], flow_style=False), column, indented=indented)


def item(node: yaml.Node, column: int, *, indented: bool) -> str:
    """Writes an item of a block list, as `entry` writes a key, with the dash at a column."""
    return _block(yaml.SequenceNode(SEQUENCE, [node], flow_style=False), column, indented=indented)


def value(node: yaml.Node, column: int, *, indented: bool) -> str:
    """Writes the text after the colon of a key at a column, with the blank or the line end in front."""
    return entry("k", node, column, indented=indented)[column + 2 :]


def item_value(node: yaml.Node, column: int, *, indented: bool) -> str:
    """Writes the text after a dash at a column, with the blank in front."""
    return item(node, column, indented=indented)[column + 1 :]


def in_flow(nodes: Sequence[yaml.Node]) -> str:
    """Writes values for a list between brackets, on one line."""
    return _written(yaml.SequenceNode(SEQUENCE, [_flowing(node) for node in nodes], flow_style=True)).strip()[1:-1]


def entry_in_flow(key: str, node: yaml.Node) -> str:
    """Writes a key and its value for a mapping between braces, on one line."""
    pair = (yaml.ScalarNode("tag:yaml.org,2002:str", key), _flowing(node))
    return _written(yaml.MappingNode(MAPPING, [pair], flow_style=True)).strip()[1:-1]


def _flowing(node: yaml.Node) -> yaml.Node:
    if isinstance(node, yaml.ScalarNode):
        return yaml.ScalarNode(node.tag, node.value, style=None if node.style in ("|", ">") else node.style)
    if isinstance(node, yaml.SequenceNode):
        return yaml.SequenceNode(node.tag, [_flowing(value) for value in node.value], flow_style=True)
    return yaml.MappingNode(node.tag, [(key, _flowing(value)) for key, value in node.value], flow_style=True)


def _block(node: yaml.Node, column: int, *, indented: bool) -> str:
    lines = _written(node, indented=indented).removesuffix("\n").split("\n")
    return "\n".join(f"{' ' * column}{line}" if line else line for line in lines)


def _written(node: yaml.Node, *, indented: bool = False) -> str:
    dumper = _Indented if indented else _Dumper
    text: str = yaml.serialize(node, Dumper=dumper, width=10**9, allow_unicode=True)
    return text
