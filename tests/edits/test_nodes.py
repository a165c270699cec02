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
    found = Composition(text).root
    assert found is not None
    return found


def test_data_is_what_our_reader_reads() -> None:
    assert same(plain(root(SHARED)), parse(SHARED, "f.yaml").data)


def test_an_alias_stands_where_it_is_written() -> None:
    found = [node for node in within(root(SHARED)) if isinstance(node, Alias)]
    assert [node.start_mark.line for node in found] == [3, 6, 6, 8]


def test_expanded_has_all_that_aliases_bring_and_keeps_quotes() -> None:
    node = expanded(root(SHARED))
    assert same(plain(node), parse(SHARED, "f.yaml").data)
    assert not [each for each in within(node) if isinstance(each, Alias)]
    assert [each.style for each in within(node) if isinstance(each, yaml.ScalarNode) and each.value == "4"] == ['"']


def test_with_value_adds_what_is_missing() -> None:
    node = represented({"a": [{"b": 1}]})
    assert plain(with_value(node, ("a", 0, "c", "d"), represented("x"))) == {"a": [{"b": 1, "c": {"d": "x"}}]}
    assert plain(node) == {"a": [{"b": 1}]}


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), ("1", 1), ({}, []), ([1], [1, 1]), (None, {})])
def test_types_count(one: object, other: object) -> None:
    assert not same(one, other)
