from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cdk8s_iter8.validation.problem import as_text
from cdk8s_iter8.validation.unwritable import unwritable


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "hello",
        "a: b # c",
        "{{ .Weights }}",
        "<script>",
        "'\"",
        "a\n b\n\nc\n",
        "\n",
        "a\tb",
        "a\r\0\x1b[31m",
        "\ta",
        "yes",
        "null",
        "0",
        "017",
        "0x1f",
        "1e3",
        "1_000",
        "1:30",
        ".inf",
        "2026-01-31",
        "=",
        "---",
        "é😀\u00a0\u202e",
        "v1.0",
        "_1",
        "1.2.3",
        "sha256:0123",
        "\n" + " " * 200_000 + "a",
        "\n" * 200_000 + "a",
        "1" * 200_000 + "a",
    ],
)
def test_a_string_that_can_be_written(text: str) -> None:
    assert list(unwritable({"a": [text], text + "!": 1})) == []


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("a\r\nb", "has several lines and the character U+000D, which cannot be written"),
        ("a\nb\x1b", "has several lines and the character U+001B, which cannot be written"),
        ("\x7f", "has the character U+007F, which cannot be written"),
        ("a\x85b", "has the character U+0085, which cannot be written"),
        ("a\u2028b", "has the character U+2028, which cannot be written"),
        ("\ufeffa", "has the character U+FEFF, which cannot be written"),
        ("\uffff", "has the character U+FFFF, which cannot be written"),
        ("\ud800", "has the character U+D800, which cannot be written"),
        ("\ta\nb", "has several lines, the first with a tab in front or the last of blanks, which cannot be written"),
        ("a\n ", "has several lines, the first with a tab in front or the last of blanks, which cannot be written"),
        (" \n", "has several lines, the first with a tab in front or the last of blanks, which cannot be written"),
        ("0o17", "would be read as a number, since cdk8s writes it without quotes"),
        ("0X1F", "would be read as a number, since cdk8s writes it without quotes"),
        ("-0b-1", "would be read as a number, since cdk8s writes it without quotes"),
        ("1e_5", "would be read as a number, since cdk8s writes it without quotes"),
        ("+_5", "would be read as a number, since cdk8s writes it without quotes"),
        (float("inf"), "is not a number that Kubernetes knows"),
        (float("nan"), "is not a number that Kubernetes knows"),
        (2**53, "is too large: numbers are exact up to 9007199254740991"),
        (-(2**53), "is too large: numbers are exact up to 9007199254740991"),
    ],
)
def test_what_cannot_be_written(value: object, why: str) -> None:
    (problem,) = unwritable({"a": [value]})

    assert str(problem) == f"a[0]: {as_text(value)} {why}"


@pytest.mark.parametrize("key", ["__proto__", "constructor", "<<", "$jsii.byref", "$jsii.map", "a\u2028b", "0o17"])
def test_a_key_that_cannot_be_written(key: str) -> None:
    (problem,) = unwritable({"a": {key: "b"}})

    assert problem.path == ("a", key)
    assert problem.message == "the key cannot be written by cdk8s; use another one"


@pytest.mark.parametrize("value", [b"x", {1, 2}, object()])
def test_what_is_no_plain_data(value: Any) -> None:
    (problem,) = unwritable({"a": value})

    assert str(problem).startswith(f"a: {type(value).__name__} is not a mapping, a list, a string")


def test_a_key_that_is_no_string() -> None:
    assert [str(problem) for problem in unwritable({"a": {1: 2}})] == ["a: the key 1 is not a string"]


def test_data_that_holds_itself() -> None:
    data: dict[str, Any] = {}
    data["a"] = data

    (problem,) = unwritable(data)

    assert problem.message == "has more than 100 levels"


# No tabs: PyYAML, by which the strings are read back here, takes fewer than Kubernetes' reader.
HOSTILE = st.lists(
    st.sampled_from(["a", "0", "1", "_", "o", "x", "e", "+", "-", ".", ":", "#", " ", "\n", "'", '"', "{", "&"])
    | st.characters(max_codepoint=0x300, exclude_characters="\t")
    | st.sampled_from(["\u2028", "\ufeff", "\ufffe", "\U0001fffe", "yes", "~", "<<", "=", "---\n", "? ", "!"]),
    max_size=8,
).map("".join)


class Reader(yaml.SafeLoader):
    """Leaves `=` and `<<` alone, as Kubernetes' reader does where they are values."""


for tag in ("value", "merge"):
    Reader.add_constructor(f"tag:yaml.org,2002:{tag}", lambda _, node: node.value)


@settings(max_examples=100, deadline=None)
@given(st.lists(HOSTILE, max_size=20))
def test_what_is_let_through_is_read_back_as_it_was(strings: list[str]) -> None:
    import cdk8s

    data = {f"k{index}": text for index, text in enumerate(strings) if not list(unwritable(text))}

    assert yaml.load(cdk8s.Yaml.stringify(data), Reader) == data  # noqa: S506 # a SafeLoader
