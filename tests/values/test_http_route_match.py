from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.values.http_route_match import HttpRouteMatchValues


def found(data: Any) -> list[str]:
    try:
        HttpRouteMatchValues.model_validate(data, by_name=False)
    except ValidationError as error:
        return [str(problem) for problem in problems(error, HttpRouteMatchValues)]
    return []


def test_a_clause_in_no_routers_own_terms() -> None:
    data = {
        "path": {"type": "PathPrefix", "value": "/a"},
        "headers": [{"name": "X", "value": "1"}, {"name": "y", "type": "RegularExpression", "value": "2+"}],
        "queryParams": [{"name": "q", "value": "3"}],
        "method": "GET",
    }
    assert HttpRouteMatchValues.model_validate(data, by_name=False).match() == Match(
        uri=StringMatch("below", "/a"),
        headers={"X": StringMatch("exact", "1"), "y": StringMatch("regex", "2+")},
        query_params={"q": StringMatch("exact", "3")},
        method=StringMatch("exact", "GET"),
    )


@pytest.mark.parametrize(
    ("path", "match"),
    [
        ({}, None),
        ({"value": "/"}, None),
        ({"value": "/a"}, StringMatch("below", "/a")),
        ({"type": "Exact", "value": "/"}, StringMatch("exact", "/")),
        ({"type": "RegularExpression", "value": "/a.*"}, StringMatch("regex", "/a.*")),
    ],
)
def test_paths(path: Any, match: StringMatch | None) -> None:
    data = {"path": path, "method": "GET"}
    assert HttpRouteMatchValues.model_validate(data, by_name=False).match().uri == match


TWICE = "'a' stands twice"
EMPTY = "has no condition, so it would take every request"
METHODS = "one of GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, [EMPTY]),
        ({"path": {"type": "PathPrefix", "value": "/"}}, [EMPTY]),
        ({"header": []}, ["header: is not a known key; did you mean 'headers'?"]),
        ({"headers": {"a": {"exact": "b"}}}, ["headers: a mapping is not a list"]),
        ({"headers": [{"name": "a"}]}, ["headers[0].value: is missing"]),
        ({"headers": [{"value": "a"}]}, ["headers[0].name: is missing"]),
        (
            {"headers": [{"name": "a", "value": "b", "type": "Prefix"}]},
            ["headers[0].type: 'Prefix' is not one of Exact, RegularExpression"],
        ),
        (
            {"headers": [{"name": "a", "value": ""}]},
            ["headers[0].value: '' is not a string of 1 to 4096 characters"],
        ),
        (
            {"headers": [{"name": "a", "value": "1"}, {"name": "A", "value": "2"}]},
            ["headers[1].name: 'a' stands twice"],
        ),
        ({"queryParams": [{"name": "q", "value": "1"}] * 2}, ["queryParams[1].name: 'q' stands twice"]),
        ({"method": "BREW"}, [f"method: 'BREW' is not {METHODS}"]),
        (
            {"path": {"type": "Prefix", "value": "/a"}},
            ["path.type: 'Prefix' is not one of Exact, PathPrefix, RegularExpression"],
        ),
        ({"path": {"value": "a"}}, ["path.value: 'a' does not start with '/'"]),
        ({"path": {"type": "RegularExpression", "value": "(?=a)"}}, None),
        ({"headers": [{"name": "a", "type": "RegularExpression", "value": "("}]}, None),
    ],
)
def test_what_clauses_have_wrong(data: Any, expected: list[str] | None) -> None:
    if expected is not None:
        assert found(data) == expected
    else:
        [problem] = found(data)
        assert "value: " in problem
        assert "is not a regular expression in RE2's syntax" in problem


def test_parameters_of_different_case_are_different() -> None:
    assert found({"queryParams": [{"name": "q", "value": "1"}, {"name": "Q", "value": "1"}]}) == []


def test_at_most_16_conditions_of_a_kind() -> None:
    headers = [{"name": f"h{index}", "value": "v"} for index in range(17)]
    TypeAdapter(HttpRouteMatchValues).validate_python({"headers": headers[:16]})
    [problem] = found({"headers": headers})
    assert problem.startswith("headers: ")
