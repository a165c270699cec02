import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.edits.emitted import entry, entry_in_flow, in_flow, item
from cdk8s_iter8.edits.nodes import represented, same
from cdk8s_iter8.validation.source import parse

STRINGS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=12)
DATA = st.recursive(
    st.one_of(STRINGS, st.integers(), st.booleans(), st.none()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3),
    max_leaves=6,
)


@given(STRINGS, DATA, st.booleans())
def test_what_is_written_reads_back(key: str, data: object, indented: bool) -> None:
    node = represented(data)
    for text, wanted in (
        (f"k:\n{entry(key, node, 2, indented=indented)}\n", {"k": {key: data}}),
        (f"k:\n{item(node, 4, indented=indented)}\n", {"k": [data]}),
        (f"k: [{in_flow([node])}]\n", {"k": [data]}),
        (f"k: {{{entry_in_flow(key, node)}}}\n", {"k": {key: data}}),
    ):
        assert same(parse(text, "f.yaml").data, wanted), text


@pytest.mark.parametrize(
    "text", ["1", "y", "No", "on", "null", "0x1", "1e3", "1:30", "2001-12-14", "~", "", "- a", "a: b"]
)
def test_strings_that_a_reader_might_take_for_something_else_are_quoted(text: str) -> None:
    assert entry("k", represented(text), 0, indented=False)[3] in "'\""


def test_lists_stand_under_their_key_or_deeper() -> None:
    node = represented([1])
    assert entry("k", node, 0, indented=False) == "k:\n- 1"
    assert entry("k", node, 0, indented=True) == "k:\n  - 1"
