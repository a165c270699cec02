import pytest

from cdk8s_iter8.edits.document import Document, EditError, Splice, updated

TEXT = "a: &a\n  b: 1 # c\n  t: |\n    one\n\nd: *a\n"


def test_find_does_not_look_into_aliases() -> None:
    document = Document.of(TEXT)
    assert document.find(("a", "x")) is None
    with pytest.raises(EditError, match=r"^d: is in line 6 an alias \(\*a\) of line 1; edit that"):
        document.find(("d", "b"))


def test_ends_leave_comments_out() -> None:
    document = Document.of(TEXT)
    node = document.find(("a", "b"))
    assert node is not None
    assert document.text[document.end(node) :].startswith(" # c\n")
    assert document.text[document.after(node, 2) :].startswith("  t: |")


@pytest.mark.parametrize(
    ("behind", "rest"),
    [
        ("    # in it\n\n     # too\n  # not\n", "  # not\n"),
        ("\n  # not\n    # nor this\n", "\n  # not\n    # nor this\n"),
        ("\r\n    # in it", ""),
        ("\n", "\n"),
    ],
)
def test_comments_that_stand_deeper_are_inside(behind: str, rest: str) -> None:
    document = Document.of(f"a:\n  b: 1\n{behind}")
    node = document.find(("a", "b"))
    assert node is not None
    assert document.text[document.after(node, 2) :] == rest


@pytest.mark.parametrize(("text", "newline"), [("a: 1\r\nb: 2\n", "\r\n"), ("a: 1\nb: 2\r\n", "\n"), ("a: 1", "\n")])
def test_lines_end_as_the_first_one_does(text: str, newline: str) -> None:
    document = Document.of(text)
    assert document.newline == newline
    assert document.edited(Splice(0, 0, "# x\n"), None).text == f"# x{newline}{text}"


def test_updated_copies() -> None:
    data = {"a": [{"b": 1}]}
    assert updated(data, ("a", 0, "c"), 2) == {"a": [{"b": 1, "c": 2}]}
    assert data == {"a": [{"b": 1}]}
