"""Parts of queries: what a value means stays what it means."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.metrics.promql import gained, literal, matching, selector


@given(st.text(), st.text())
def test_a_literal_matches_its_text_alone(text: str, other: str) -> None:
    assert re.fullmatch(literal(text), text)
    assert bool(re.fullmatch(literal(text), other)) == (text == other)


def test_a_value_cannot_end_its_string() -> None:
    assert selector("a", b='x"} or up{c="\\\n') == 'a{b="x\\"} or up{c=\\"\\\\\\n"}'


def test_a_pattern_is_written_as_a_string() -> None:
    assert matching("a", "b", r"\.") == r'a{b=~"\\."}'


@pytest.mark.parametrize("window", [0, -5])
def test_a_window_has_seconds(window: int) -> None:
    with pytest.raises(ValueError, match=f"window: {window} is not a number of seconds"):
        gained("a", window)
