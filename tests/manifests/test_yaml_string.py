import pytest

from cdk8s_iter8.manifests.yaml_string import yaml_key, yaml_string

PLAIN = (
    "hello hello-0 iter8.tools/weight a:b a#b :a ?a -a -- --- ... = << a{{ é",
    "_1 1.2.3 v1 0o17 0b 0x 0b2 0x1g 1e 1:60 1:2:a 1:2.5.1 .Inf0 +.nan .NAN0 inf",
    "nUll nULL yEs truE oN 2001-12 2001-12-14t 2001-12-14t1:2 20011-1-1 2001-12-14t1:2:3+5:3",
    "2001-12-14t1:2:3+39 2001-12-14t1:2:3.",
)
QUOTED = (
    "~ null Null NULL y Y yes Yes YES n N no No NO true True TRUE false False FALSE on On ON off Off OFF",
    "0 00 017 08 -1 +1 1_000 0b101 -0b1_ 0x1F +0x_f . -. .5 5. 1.5 1_.0_ e5 E-5 1e3 -1_0.5e+10 .e1",
    ".inf +.Inf -.INF .nan .NaN .NAN 1:30 190:20:30 -1_0:5 1:30.5 1:2. 2001-12-14 2001-1-1",
    "2001-12-14t21:59:43.10-05:00 2001-12-14T1:2:3Z 2001-12-14t1:2:3-5",
    "- ? a: : [a ]a {a }a ,a #a &a *a !a |a >a %a @a `a 'a",
)


def words(lines: tuple[str, ...]) -> list[str]:
    return [word for line in lines for word in line.split()]


@pytest.mark.parametrize("text", [*words(PLAIN), "a b", "a\tb", "\u2028", "\ufeff", "2001-12-14 1", "a 'b' \"c\""])
def test_plain(text: str) -> None:
    assert yaml_string(text, "  ") == yaml_key(text) == text


SPACED = ("", " ", " a", "a ", "a\x7f", "a\x9f", "- a", "? a", "a: b", "a # b", "2001-12-14 1:2:3 +5")


@pytest.mark.parametrize("text", [*words(QUOTED), *SPACED])
def test_in_double_quotes(text: str) -> None:
    assert yaml_string(text, "  ") == yaml_key(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["\ta", "a\t", "a:\tb", "a\t#", "-\ta", "\0", "a\r", "2001-12-14 1:2:3\tZ"])
def test_in_double_quotes_with_escapes(text: str) -> None:
    written = yaml_string(text, "  ")
    assert written == yaml_key(text)
    assert written.startswith('"')
    assert "\\" in written


@pytest.mark.parametrize("text", ['"', '"a"', 'a: "b"', '{"a": 1}'])
def test_in_single_quotes_where_that_saves_escapes(text: str) -> None:
    assert yaml_string(text, "  ") == yaml_key(text) == f"'{text}'"


def test_both_quotes_are_in_double_quotes() -> None:
    assert yaml_string("'\"", "  ") == yaml_key("'\"") == r'''"'\""'''


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\nb", "|-\n  a\n  b"),
        ("a\nb\n", "|\n  a\n  b\n".removesuffix("\n")),
        ("a\nb\n\n", "|+\n  a\n  b\n"),
        ("a\n\n\nb", "|-\n  a\n\n\n  b"),
        ("a\n  b\n \nc", "|-\n  a\n    b\n   \n  c"),
        (" a\nb", "|2-\n   a\n  b"),
        ("\n a", "|2-\n  \n   a"),
        ("\na", "|-\n  \n  a"),
        ("\ta\n", "|\n  \ta"),
        ("\n", "|+\n  "),
        ("\n\n", "|+\n  \n"),
        (" \n", "|+\n   "),
        ("a \n", "|\n  a "),
        ("a\n \n", "|+\n  a\n   "),
        ("a\n\t\n", "|+\n  a\n  \t"),
        ("\u00a0\n", "|\n  \u00a0"),
        ("a\nb ", "|-\n  a\n  b "),
        ("# a\nyes: '\"\n", "|\n  # a\n  yes: '\""),
    ],
)
def test_lines_as_a_block(text: str, written: str) -> None:
    assert yaml_string(text, "  ") == written
    assert yaml_key(text).startswith('"')
    assert "\n" not in yaml_key(text)


@pytest.mark.parametrize(
    ("text", "written"), [("a\n ", r'"a\n "'), ("\n\t", r'"\n\t"'), ('"\n ', r'"\"\n "'), ("a\n\0", r'"a\n\0"')]
)
def test_lines_that_a_block_cannot_hold(text: str, written: str) -> None:
    assert yaml_string(text, "  ") == yaml_key(text) == written


@pytest.mark.parametrize(
    "text", ["1" * 200_000 + "a", "\n" * 200_000 + "a", " " * 200_000, "1:" * 100_000, "a b" * 100_000]
)
def test_long_strings_take_no_time(text: str) -> None:
    assert len(yaml_string(text, "  ")) >= len(text)
