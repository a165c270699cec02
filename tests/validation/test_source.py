import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.validation.problem import Problem, ValuesError
from cdk8s_iter8.validation.source import STANDARD_INPUT, parse, read


def refused(text: str) -> str:
    with pytest.raises(ValuesError) as error:
        parse(text, "f.yaml")
    (line,) = error.value.lines
    return line


def test_data_and_the_line_of_each_part() -> None:
    source = parse("a:\n- b: 1\n  c: [x,\n  y]\n# comment\nd: {e: f}\n", "f.yaml")

    assert source.data == {"a": [{"b": 1, "c": ["x", "y"]}], "d": {"e": "f"}}
    assert source.lines == {
        ("a",): 1,
        ("a", 0): 2,
        ("a", 0, "b"): 2,
        ("a", 0, "c"): 3,
        ("a", 0, "c", 0): 3,
        ("a", 0, "c", 1): 4,
        ("d",): 6,
        ("d", "e"): 6,
    }


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "---\n...\n", "\ufeff"])
def test_an_empty_document(text: str) -> None:
    assert parse(text, "f.yaml").data is None


@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "%YAML 1.2\n---\na: 1\nb: 2\n...\n"])
def test_marks_and_line_ends_of_other_systems(text: str) -> None:
    assert parse(text, "f.yaml").data == {"a": 1, "b": 2}


def test_a_part_that_is_not_there_has_the_line_of_what_holds_it() -> None:
    source = parse("a:\n  b:\n    c: 1\n", "f.yaml")

    assert source.line(("a", "b", "x", 3)) == 2
    assert source.line(("x",)) == 1


def test_errors_are_in_the_order_of_the_file_each_once() -> None:
    source = parse("a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]\nb: 2\n", "f.yaml")
    problems = [Problem(("b",), "bad"), Problem(("a", 10), "bad"), Problem(("a", 9), "bad"), Problem(("b",), "bad")]

    assert source.error(problems).lines == ("f.yaml:1: a[9]: bad", "f.yaml:1: a[10]: bad", "f.yaml:2: b: bad")


def test_duplicate_keys_at_any_depth() -> None:
    source = parse("a:\n- {b: 1, b: 2}\nc: 1\na: 3\n", "f.yaml")

    assert [str(problem) for problem in source.problems] == [
        "a[0].b: the key stands twice, in lines 2 and 2; keep one",
        "a: the key stands twice, in lines 1 and 4; keep one",
    ]


def test_keys_that_are_no_strings() -> None:
    source = parse("1: a\nyes: b\n~: c\n1.5: d\n'2': e\n", "f.yaml")

    assert [str(problem) for problem in source.problems] == [
        "1: the key 1 is not a string; quote it",
        "yes: the key yes is not a string; quote it",
        "['~']: the key ~ is not a string; quote it",
        "['1.5']: the key 1.5 is not a string; quote it",
    ]


def test_aliases_and_merges() -> None:
    source = parse("x: &x {w: 1, v: [1]}\ny:\n  w: 3\n  <<: *x\nz:\n  <<: [{w: 4}, *x]\n", "f.yaml")

    assert source.data == {"x": {"w": 1, "v": [1]}, "y": {"v": [1], "w": 3}, "z": {"w": 4, "v": [1]}}
    assert source.problems == ()
    assert source.line(("y", "w")) == 3
    assert source.line(("y", "v", 0)) == 1


def test_half_of_a_surrogate_pair_is_no_character() -> None:
    source = parse('a: "\\ud800"\nb: {"\\udfff": 1}\nc: "\\ud83d\\ude00"\n', "f.yaml")

    assert [str(problem) for problem in source.problems] == [
        "a: '\\ud800' has half of a surrogate pair, which is no character",
        "b: '\\udfff' has half of a surrogate pair, which is no character",
        "c: '\\ud83d\\ude00' has half of a surrogate pair, which is no character",
    ]
    "".join(str(source.data)).encode()


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\n---\nb: 2\n", "f.yaml:2: is not valid YAML: it holds several documents; a values file is one"),
        ("a: &a [*a]\n", "f.yaml:1: is not valid YAML: an alias stands inside what it is an alias of"),
        ("a: &a\n  <<: *a\n", "f.yaml:1: is not valid YAML: an alias stands inside what it is an alias of"),
        (LAUGHS, "f.yaml:1: is not valid YAML: the document has more than 100000 values, aliases counted"),
        ("[" * 1000, "f.yaml:1: is not valid YAML: it is nested too deeply"),
        ("[" * 101 + "]" * 101, "f.yaml:1: is not valid YAML: the document has more than 100 levels, aliases counted"),
        ("a: 1\n<<: 3\n", "f.yaml:2: is not valid YAML: 3 is not a mapping, which << merges into another"),
        ("a: *b\n", "f.yaml:1: is not valid YAML: found undefined alias 'b'"),
        ("a:\n\tb: 1\n", "f.yaml:2: is not valid YAML: found character '\\t' that cannot start any token"),
        ("a: 1\nb: \x7f\n", "f.yaml:2: is not valid YAML: the character '\\x7f' may not stand in it"),
        ("a: \0\n", "f.yaml:1: is not valid YAML: the character '\\x00' may not stand in it"),
        ('a: "\\UFFFFFFFF"\n', "f.yaml:1: is not valid YAML: the escape is no character"),
        ('a: "\\q"\n', "f.yaml:1: is not valid YAML: found unknown escape character 'q'"),
        ("a: [1\nb: 2\n", "f.yaml:2: is not valid YAML: expected ',' or ']', but got ':'"),
        ("a: 1\nb: 'x\n", "f.yaml:3: is not valid YAML: found unexpected end of stream"),
        ("a: b: c\n", "f.yaml:1: is not valid YAML: mapping values are not allowed here"),
        ("[a]: 1\n", "f.yaml:1: is not valid YAML: a key is a string, not a list or a mapping"),
        ("? {a: b}\n: 1\n", "f.yaml:1: is not valid YAML: a key is a string, not a list or a mapping"),
        ("a: !!python/object/apply:os.system [x]\n", "f.yaml:1: is not valid YAML: the tag '!!python/object/apply"),
        ("a: !!python/object:os.system {}\n", "f.yaml:1: is not valid YAML: the tag '!!python/object:os.system'"),
        ("a: !!python/name:os.system x\n", "f.yaml:1: is not valid YAML: the tag '!!python/name:os.system' is not"),
        ("a: !!set {b}\n", "f.yaml:1: is not valid YAML: the tag '!!set' is not known"),
        ("a: !local x\n", "f.yaml:1: is not valid YAML: the tag '!local' is not known"),
    ],
)
def test_what_is_no_document_of_plain_values(text: str, line: str) -> None:
    assert refused(text).startswith(line)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        lines = list(parse(text, "f.yaml").lines.values())
    except ValuesError as error:
        lines = [int(line.split(":")[1]) for line in error.lines]

    assert all(line >= 1 for line in lines)


@pytest.mark.parametrize(
    "text", ["a: 1\n---\n", "---\na: 1\n---\n", "---\n---\na: 1\n", "a: 1\n...\n---\n# nothing more\n"]
)
def test_documents_that_say_nothing_may_stand_beside_the_one(text: str) -> None:
    assert parse(text, "f.yaml").data == {"a": 1}


def test_what_is_piped_in_is_read_as_often_as_its_lines_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: 1\n")))

    assert [read(STANDARD_INPUT).data, read("-").data] == [{"a": 1}, {"a": 1}]
    assert read("-").error([Problem(("a",), "bad")]).lines == ("<stdin>:1: a: bad",)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for file, line in {
        tmp_path / "absent.yaml": "cannot be read: No such file or directory",
        tmp_path: "cannot be read: Is a directory",
    }.items():
        with pytest.raises(ValuesError) as error:
            read(file)
        assert error.value.lines == (f"{file}: {line}",)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"a: 1\nb: \xff\n", ":2: is not UTF-8 text (byte 8 of the file)"),
        ("a: 1\n".encode("utf-16"), ":1: is not UTF-8 text (byte 0 of the file)"),
        (b"#" * 262_145, ": the file has more than 262144 bytes"),
    ],
)
def test_files_that_are_no_text(content: bytes, line: str, tmp_path: Path) -> None:
    file = tmp_path / "hello.yaml"
    file.write_bytes(content)

    with pytest.raises(ValuesError) as error:
        read(str(file))

    assert error.value.lines == (f"{file}{line}",)


def test_the_name_of_a_file_cannot_forge_lines(tmp_path: Path) -> None:
    file = tmp_path / "a\nb.yaml"
    file.write_text("[", encoding="utf-8")

    with pytest.raises(ValuesError) as error:
        read(file)

    assert "\n" not in str(error.value)


# --- libyaml, which is asked first ----------------------------------------------------------------
