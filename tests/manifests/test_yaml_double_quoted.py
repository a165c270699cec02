import pytest

from cdk8s_iter8.manifests.yaml_double_quoted import double_quoted, utf16_length

LONG = "a" * 40


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        ("\"'\\", r'''"\"'\\"'''),
        ("\0\a\b\t\n\v\f\r\x1b", r'"\0\a\b\t\n\v\f\r\e"'),
        ("\x01\x1f", r'"\x01\x1f"'),
        ("\ud800", r'"\ud800"'),
        # As they are, although YAML 1.1 breaks lines at some of them.
        ("\x7f\x85\u2028\U0001f600", '"\x7f\x85\u2028\U0001f600"'),
        # A blank in front of a line end, and only the last one.
        ("a  \nb", r'"a \ \nb"'),
        ("a\\n", r'"a\\n"'),
    ],
)
@pytest.mark.parametrize("indent", [None, "  "])
def test_on_one_line(text: str, written: str, indent: str | None) -> None:
    assert double_quoted(text, indent) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (f"{LONG}\nb", f'"{LONG}\n\n  b"'),
        (f"{LONG}\n\n\nb", f'"{LONG}\n\n\n\n  b"'),
        (f"{LONG}\n", f'"{LONG}\\n"'),
        (f"{LONG}\n\n", f'"{LONG}\n\n  \\n"'),
        (f"{LONG}\n b", f'"{LONG}\n\n  \\ b"'),
        (f"{LONG} \n\tb", f'"{LONG}\\ \n\n  \\tb"'),
        # The library's own mistake: the backslash is escaped, not the blank.
        (f"{LONG}\n \nb", f'"{LONG}\n\n  \\\\ \n\n  b"'),
    ],
)
def test_on_several_lines(text: str, written: str) -> None:
    assert double_quoted(text, "  ") == written
    assert "\n" not in double_quoted(text, None)


@pytest.mark.parametrize("part", ["a", "\U0001f600", "\t", "\x01", "\ud800", '"', "\n"])
def test_lines_are_kept_from_40_characters_of_json_on(part: str) -> None:
    size = {"a": 1, "\U0001f600": 2, "\x01": 6, "\ud800": 6}.get(part, 2)
    short = part + "a" * (40 - size - len('""\\nb') - 1) + "\nb"
    assert double_quoted(short, "  ").count("\n") == 0
    assert double_quoted("a" + short, "  ").count("\n") > 0


def test_the_length_is_that_of_utf_16() -> None:
    assert [utf16_length(text) for text in ("", "ab", "é\uffff", "\U00010000a")] == [0, 2, 2, 3]
