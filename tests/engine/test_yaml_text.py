"""YAML of the cluster: the fast reader reads what the slow one reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.engine.yaml_text import read_yaml
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import parse
from tests.support.engine_objects import spec

_WORDS = st.sampled_from(
    ["a", "b: 1", "- x", "  c: [1, 2", "]", "{d: e}", "0o17", "017", "1e3", "y", "null", "~", "'q'", '"\\u0041"', "|",
     "  text", "&a 1", "*a", "<<: {a: 1}", "!!str 1", "---", "%YAML 1.1", "\t", "a: 1", "a: 2", "? k", ": v", "é", "#c"]
)  # fmt: skip


def both(text: str) -> tuple[object, object]:
    results: list[object] = []
    for read in (read_yaml, _strict):
        try:
            results.append(read(text, "spec"))
        except ValuesError as error:
            results.append(str(error))
    return results[0], results[1]


def _strict(text: str, name: str) -> object:
    source = parse(text, name)
    if source.problems:
        raise source.error(source.problems)
    return source.data


@given(st.lists(_WORDS, max_size=8).map("\n".join))
def test_it_reads_what_the_slow_reader_reads(text: str) -> None:
    fast, slow = both(text)
    assert repr(getattr(fast, "data", fast)) == repr(slow)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    fast, slow = both(text)
    assert repr(getattr(fast, "data", fast)) == repr(slow)


def test_a_routemap_is_read() -> None:
    fast, slow = both(spec())
    assert getattr(fast, "data", None) == slow


def test_aliases_of_aliases_are_refused() -> None:
    text = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for before, name in zip("abcdef", "bcdefg", strict=True):
        text += f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    with pytest.raises(ValuesError, match="aliases counted"):
        read_yaml(text, "spec")


def test_a_long_text_is_refused() -> None:
    with pytest.raises(ValuesError, match="more than"):
        read_yaml("a: " + "b" * 300_000, "spec")
