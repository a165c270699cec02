from types import MappingProxyType
from typing import Any

import pytest

from cdk8s_iter8.validation.mapping_source import mapping_source
from cdk8s_iter8.validation.problem import Problem


def test_a_copy_of_what_a_file_could_hold() -> None:
    inner = [1, "a", None, True, 1.5]
    data = {"a": MappingProxyType({"b": (1, 2)}), "c": inner}
    source = mapping_source(data, "app/x")
    assert source.data == {"a": {"b": [1, 2]}, "c": inner}
    inner.append("later")
    assert source.data == {"a": {"b": [1, 2]}, "c": inner[:-1]}
    assert source.problems == ()


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        ({"a": {1: 2}}, ("a",), "the key 1 is not a string"),
        ({"a": [{3}]}, ("a", 0), "{3} is not a mapping, a list, a string, a number, true, false or null"),
        ({"a": b"b"}, ("a",), "b'b' is not a mapping, a list, a string, a number, true, false or null"),
    ],
)
def test_what_no_file_could_hold(data: Any, path: Any, message: str) -> None:
    assert mapping_source(data, "app/x").problems == (Problem(path, message),)


def test_a_mapping_inside_itself() -> None:
    data: dict[str, Any] = {}
    data["a"] = data
    assert mapping_source(data, "app/x").problems == (Problem(("a",), "has more than 100 levels"),)


def test_errors_have_a_place_and_no_line() -> None:
    source = mapping_source({}, "app/x")
    problem = Problem(("a",), "is missing")
    assert source.error([problem, problem]).lines == ("app/x: a: is missing",)
