from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.validation import yaml_composition
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import parse
from tests.support.generators.values_files import values_files
from tests.support.generators.yaml_texts import documents

_TOKENS = [
    *(
        "a",
        "b",
        ":",
        ": ",
        " ",
        "- ",
        "-",
        "? ",
        "\n",
        "\n  ",
        "\n ",
        "\t",
        "#",
        " #",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
    ),
    *(
        "&a ",
        "*a",
        "!",
        "!!str ",
        "|",
        "|2",
        ">-",
        "%",
        "---",
        "\n---\n",
        "...",
        "\r\n",
        "\r",
        "\x85",
        "\u2028",
        "\ufeff",
    ),
    *("é", "<<", "~", "1", "0x1", "\\n", "\\x41", "\\ud800", "@", "=", "\a", "\0", "\U0001f600", "yes", "\ud800"),
]


def outcome(text: str) -> object:
    """All that is read, or what is wrong."""
    try:
        read = parse(text, "f.yaml")
    except ValuesError as error:
        return error.lines
    return repr(read.data), dict(read.lines), read.problems


def both_outcomes(text: str) -> tuple[object, object]:
    """What is read with libyaml asked first, and without it."""
    first = outcome(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_composition, "_composed_by_libyaml", lambda _: None)
        return first, outcome(text)


@given(st.lists(st.sampled_from(_TOKENS), max_size=14).map("".join))
def test_any_text_is_read_as_without_libyaml(text: str) -> None:
    first, without = both_outcomes(text)
    assert first == without


@given(documents() | values_files().map(lambda file: file.text), st.data())
def test_a_file_with_a_slip_is_read_as_without_libyaml(text: str, data: st.DataObject) -> None:
    place, width = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 3))
    token = data.draw(st.just("") | st.sampled_from(_TOKENS))
    first, without = both_outcomes(text[:place] + token + text[place + width :])
    assert first == without


@pytest.mark.parametrize(
    "text", ["a\tnull\n", "!", "|#", "? <<", "\ufeff\ufeffa", "a: 1\n...\n\ufeff", "", "--- a\n--- b\n"]
)
def test_what_libyaml_takes_for_something_else(text: str) -> None:
    first, without = both_outcomes(text)
    assert first == without


@pytest.mark.parametrize("text", ["[", "{a: ", "- ", "? ", "[\n", "a:\n"])
def test_so_many_levels_are_an_error_not_the_end_of_the_process(text: str) -> None:
    assert isinstance(outcome(text * (200_000 // len(text))), tuple)


def test_a_values_file_is_read_by_libyaml() -> None:
    text = (Path(__file__).parents[2] / "releases" / "hello.yaml").read_text()
    assert yaml_composition._composed_by_libyaml(text) is not None
