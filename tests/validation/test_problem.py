import pytest

from cdk8s_iter8.validation.problem import Path, Problem, ValuesError, as_text, dotted, path_order, printable


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("application", "versions", 10, "weight"), "application.versions[10].weight"),
        (("labels", "iter8.tools/watch"), "labels['iter8.tools/watch']"),
        (("labels", ""), "labels['']"),
        (("a\nb",), "['a\\nb']"),
        (("x" * 70,), f"['{'x' * 59}…']"),
        ((0, "a"), "[0].a"),
    ],
)
def test_a_path_as_users_read_it(path: Path, text: str) -> None:
    assert dotted(path) == text


def test_paths_are_sorted_as_a_file_has_them() -> None:
    paths: list[Path] = [("a", 10), ("a", 9), ("a", "b"), ("a",)]

    assert sorted(paths, key=path_order) == [("a",), ("a", "b"), ("a", 9), ("a", 10)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Not OK!", "'Not OK!'"),
        ("", "''"),
        ("a\nb\u202e\x1b[31m", "'a\\nb\\u202e\\x1b[31m'"),
        ("\ud800", "'\\ud800'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 59}…'"),
        (-3, "-3"),
        (1.5, "1.5"),
        (float("-inf"), "-.inf"),
        (float("nan"), ".nan"),
        (True, "true"),
        (None, "null"),
        ({}, "an empty mapping"),
        ({"a": 1}, "a mapping"),
        ([], "an empty list"),
        ([1, 2], "a list of 2"),
        (10**70, "1" + "0" * 58 + "…"),
    ],
)
def test_a_value_as_an_error_shows_it(value: object, text: str) -> None:
    assert as_text(value) == text


def test_printable_text_is_one_line() -> None:
    assert printable("a\r\n\tb é") == "a\\r\\n\\tb é"


def test_a_problem_of_the_whole_has_no_path() -> None:
    assert str(Problem((), "is bad")) == "is bad"
    assert str(Problem(("a",), "is bad")) == "a: is bad"


def test_all_lines_are_the_error() -> None:
    error = ValuesError(["a", "b"])

    assert error.lines == ("a", "b")
    assert str(error) == "a\nb"
