from typing import Any

import pytest
from pydantic import ValidationError

from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.values.match import MatchValues


def test_every_condition() -> None:
    data: dict[str, Any] = {
        "name": "clause",
        "uri": {"prefix": "/api"},
        "scheme": {"exact": "https"},
        "method": {"regex": "GET|HEAD"},
        "authority": {"exact": "hello.example"},
        "headers": {"traffic": {"exact": "test"}, "x-debug": {}},
        "withoutHeaders": {"x-old": {"prefix": "1"}},
        "queryParams": {"user[id]": {"regex": "[0-9]+"}, "flag": {"exact": ""}},
        "port": 8080,
        "sourceLabels": {"app": "shop"},
        "sourceNamespace": "shops",
        "gateways": ["mesh", "shops/public"],
        "ignoreUriCase": True,
        "statPrefix": "api",
    }

    assert MatchValues.model_validate(data).match() == Match(
        name="clause",
        uri=StringMatch("prefix", "/api"),
        scheme=StringMatch("exact", "https"),
        method=StringMatch("regex", "GET|HEAD"),
        authority=StringMatch("exact", "hello.example"),
        headers={"traffic": StringMatch("exact", "test"), "x-debug": None},
        without_headers={"x-old": StringMatch("prefix", "1")},
        query_params={"user[id]": StringMatch("regex", "[0-9]+"), "flag": StringMatch("exact", "")},
        port=8080,
        source_labels={"app": "shop"},
        source_namespace="shops",
        gateways=("mesh", "shops/public"),
        ignore_uri_case=True,
        stat_prefix="api",
    )


REGEX = "is not a regular expression in RE2's syntax (at most 1024 characters, no look-around, no back-references)"
EMPTY = "has no condition, so it would take every request"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({}, EMPTY),
        ({"headers": {}}, EMPTY),
        ({"name": "all", "ignoreUriCase": True}, EMPTY),
        ({"uri": None, "headers": None}, EMPTY),
        ({"uri": {"prefix": "/"}}, EMPTY),
        ({"uri": {}}, "uri: needs one of exact, prefix and regex"),
        ({"uri": {"exact": "/a", "prefix": "/"}}, "uri: needs one of exact, prefix and regex"),
        ({"uri": "/a"}, "uri: '/a' is not a mapping"),
        ({"uri": {"exact": ""}}, "uri.exact: '' is not a string of 1 to 4096 characters (quote numbers)"),
        ({"uri": {"prefix": 1}}, "uri.prefix: 1 is not a string of 1 to 4096 characters (quote numbers)"),
        ({"uri": {"sufix": "/a"}}, "uri.sufix: is not a known key; known: exact, prefix, regex"),
        ({"uri": {"regex": "(?=a)"}}, f"uri.regex: '(?=a)' {REGEX}"),
        ({"uri": {"regex": ""}}, f"uri.regex: '' {REGEX}"),
        ({"headers": {"x": {"regex": "a" * 1025}}}, f"headers.x.regex: '{'a' * 59}…' {REGEX}"),
        (
            {"headers": {"x": {"exact": "a", "regex": "b"}}},
            "headers.x: needs one of exact, prefix and regex, or none for presence",
        ),
        ({"headers": {"x": None}}, "headers.x: null is not a mapping"),
        ({"headers": {"x": "a"}}, "headers.x: 'a' is not a mapping"),
        (
            {"headers": {"a b": {}}},
            "headers['a b']: 'a b' is not a header name (letters, digits and !#$%&'*+-.^_`|~, at most 256)",
        ),
        ({"queryParams": {"": {}}}, "queryParams['']: '' is not a query parameter's name (1 to 256 characters)"),
        ({"port": 0}, "port: 0 is not a port (an integer from 1 to 65535)"),
        ({"gateways": ["A b"]}, "gateways[0]: 'A b' is not a gateway (NAME or NAMESPACE/NAME)"),
        ({"header": {}}, "header: is not a known key; did you mean 'headers'?"),
        ({"ignoreUriCase": "yes", "port": 1}, "ignoreUriCase: 'yes' is not true or false"),
    ],
)
def test_what_is_wrong(data: dict[str, Any], line: str) -> None:
    with pytest.raises(ValidationError) as error:
        MatchValues.model_validate(data, by_name=False)

    assert [str(problem) for problem in problems(error.value, MatchValues)] == [line]
