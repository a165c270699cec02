import pytest
import yaml

from cdk8s_iter8.edits.nodes import Alias, Composition, expanded, plain, represented, same, with_value, within
from cdk8s_iter8.validation.source import parse

SHARED = """\
a: &a {x: 1, y: [1, 2]}
b: &b
  x: 2
c: *a
d:
  z: 3
  <<: [*b, *a]
e:
- <<: *a
  x: "4"
"""


def root(text: str) -> yaml.Node:
    node = Composition(text).root
    assert node is not None
    return node


def test_data_is_what_our_reader_reads() -> None:
    assert same(plain(root(SHARED)), parse(SHARED, "f.yaml").data)


def test_an_alias_stands_where_it_is_written() -> None:
    aliases = [node for node in within(root(SHARED)) if isinstance(node, Alias)]
    assert [node.start_mark.line for node in aliases] == [3, 6, 6, 8]


def test_expanded_has_all_that_aliases_bring_and_keeps_quotes() -> None:
    node = expanded(root(SHARED))
    assert same(plain(node), parse(SHARED, "f.yaml").data)
    assert not [inner for inner in within(node) if isinstance(inner, Alias)]
    assert [inner.style for inner in within(node) if isinstance(inner, yaml.ScalarNode) and inner.value == "4"] == ['"']


def test_with_value_adds_what_is_missing() -> None:
    node = represented({"a": [{"b": 1}]})
    assert plain(with_value(node, ("a", 0, "c", "d"), represented("x"))) == {"a": [{"b": 1, "c": {"d": "x"}}]}
    assert plain(node) == {"a": [{"b": 1}]}


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), ("1", 1), ({}, []), ([1], [1, 1]), (None, {})])
def test_types_count(one: object, other: object) -> None:
    assert not same(one, other)
