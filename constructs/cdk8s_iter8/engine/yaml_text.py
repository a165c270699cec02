"""Reads YAML that comes from the cluster: as `validation.source` does, ten times as fast where the text is plain."""

import re
from typing import TypeAlias

import yaml
from yaml._yaml import CParser

from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import Source, parse
from cdk8s_iter8.validation.yaml_scalar import MAPPING, SEQUENCE, Loader, scalar

_Data: TypeAlias = object
_MOST_BYTES = 256 * 1024
_DEEPEST = 50
# Anchors, aliases, merges, tags, escapes, tabs and characters beyond the printable ones: `parse` has rules for them,
# and libyaml takes tabs that it refuses.
_NOT_PLAIN = re.compile(r"[&*!%\\<]|[^\n -~\u00a0-\ud7ff\ue000-\ufffd]")


class _OddError(Exception):
    """The text is for `parse` to read, or to refuse."""


class _PlainLoader(CParser, yaml.resolver.Resolver):
    """libyaml, with the resolvers of `Loader`."""

    yaml_implicit_resolvers = Loader.yaml_implicit_resolvers

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        yaml.resolver.Resolver.__init__(self)


def read_yaml(text: str, name: str) -> Source:
    """Reads one YAML document from text.

    Args:
        text: The text.
        name: What errors call it.

    Returns:
        The document; without lines where the text is plain.

    Raises:
        ValuesError: It is no YAML, or several documents, or a key stands twice.

    Example:
        >>> read_yaml("weights: [30, 70]", "spec").data
        {'weights': [30, 70]}
    """
    if len(text) <= _MOST_BYTES and not _NOT_PLAIN.search(text):
        try:
            loader = _PlainLoader(text)
            try:
                node = loader.get_single_node()
            finally:
                loader.dispose()
            return Source(name, None if node is None else _value(node, 0), {})
        except (yaml.YAMLError, _OddError, RecursionError):
            pass
    if len(text) > _MOST_BYTES:
        raise ValuesError([f"{name}:1: the text has more than {_MOST_BYTES} characters"])
    source = parse(text, name)
    if source.problems:
        raise source.error(source.problems)
    return source


def _value(node: yaml.Node, depth: int) -> _Data:
    if isinstance(node, yaml.ScalarNode):
        return scalar(node)
    if depth >= _DEEPEST:
        raise _OddError
    if isinstance(node, yaml.SequenceNode) and node.tag == SEQUENCE:
        return [_value(item, depth + 1) for item in node.value]
    if node.tag != MAPPING:
        raise _OddError
    result: dict[str, _Data] = {}
    for key_node, value_node in node.value:
        key = scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
        if not isinstance(key, str) or key in result:
            raise _OddError
        result[key] = _value(value_node, depth + 1)
    return result
