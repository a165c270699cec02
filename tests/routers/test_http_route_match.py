import re

import pytest

from cdk8s_iter8.routers.http_route_match import http_route_match, match_cookie, path_problems, specificity
from cdk8s_iter8.traffic.match import Match, StringMatch
from tests.support.gateway_request import meets
from tests.support.istio_request import Request


def exact(value: str) -> StringMatch:
    return StringMatch("exact", value)


@pytest.mark.parametrize(
    ("given", "request_", "met"),
    [
        (Match(headers={"a": None}), Request(headers={"a": ""}), True),
        (Match(headers={"a": None}), Request(), False),
        (Match(headers={"a": StringMatch("prefix", "1.")}), Request(headers={"a": "1.5"}), True),
        (Match(headers={"a": StringMatch("prefix", "1.")}), Request(headers={"a": "105"}), False),
        (Match(query_params={"q": StringMatch("prefix", "+")}), Request(query={"q": "+1"}), True),
        (Match(uri=StringMatch("below", "/a")), Request(path="/a/b"), True),
        (Match(uri=StringMatch("below", "/a")), Request(path="/ab"), False),
        (Match(uri=StringMatch("below", "/a/")), Request(path="/a"), True),
        (Match(uri=exact("/a")), Request(path="/a/"), False),
        (Match(method=exact("PUT")), Request(method="GET"), False),
        (Match(cookie=("seen", "v-1")), Request(headers={"cookie": "x=1; seen=v-1; y=2"}), True),
        (Match(cookie=("seen", "v-1")), Request(headers={"cookie": "seen=v-10"}), False),
    ],
)
def test_a_clause_takes_the_requests_that_are_meant(given: Match, request_: Request, met: bool) -> None:
    assert meets(request_, http_route_match(given)) is met


@pytest.mark.parametrize("header", ["a.b=v-1", "seen=v-1", "x=1;a.b=v-1", "x=1; a.b=v-1 ; y"])
def test_a_cookie_is_found_wherever_an_expression_is_compared(header: str) -> None:
    expression = match_cookie("a.b", "v-1").value
    has_cookie = "a.b=v-1" in header
    assert (re.search(expression, header) is not None) is has_cookie
    assert (re.fullmatch(expression, header) is not None) is has_cookie


def test_the_most_specific_clause_is_the_greatest() -> None:
    ascending = [
        Match(query_params={"a": None}),
        Match(query_params={"a": None, "b": None}),
        Match(headers={"a": None}),
        Match(headers={"a": None}, query_params={"a": None}),
        Match(cookie=("c", "v"), headers={"a": None}),
        Match(method=exact("GET")),
        Match(uri=StringMatch("below", "/a")),
        Match(uri=StringMatch("below", "/a"), method=exact("GET")),
        Match(uri=StringMatch("below", "/a/b")),
        Match(uri=exact("/")),
    ]
    assert sorted(ascending, key=specificity) == ascending
    assert specificity(Match(uri=StringMatch("below", "/a"))) == specificity(Match(uri=StringMatch("below", "/a/")))


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/a-._~!$&'()*+,;=:@/%2A", None),
        ("/", None),
        ("a", "'a' does not start with '/'"),
        ("", "'' does not start with '/'"),
        ("/a//b", "'/a//b' has '//', which is not possible in a path that is compared"),
        ("/a/./b", "'/a/./b' has '/./', which is not possible in a path that is compared"),
        ("/a/../b", "'/a/../b' has '/../', which is not possible in a path that is compared"),
        ("/a/..", "'/a/..' has '/..', which is not possible in a path that is compared"),
        ("/a/.", "'/a/.' has '/.', which is not possible in a path that is compared"),
        ("/a%2Fb", "'/a%2Fb' has '%2F', which is not possible in a path that is compared"),
        ("/a#b", "'/a#b' has '#', which is not possible in a path that is compared"),
        ("/a b", "'/a b' is not the path of a URL: write other characters as %HH"),
        ("/é", "'/é' is not the path of a URL: write other characters as %HH"),
        ("/%zz", "'/%zz' is not the path of a URL: write other characters as %HH"),
        ("/" + "a" * 1024, f"'/{'a' * 58}…' has 1025 characters, at most 1024 are possible"),
    ],
)
def test_paths_that_gateway_api_refuses(path: str, problem: str | None) -> None:
    for kind in ("exact", "below"):
        assert list(path_problems(StringMatch(kind, path))) == ([problem] if problem else [])


def test_an_expression_may_be_anything_short() -> None:
    assert list(path_problems(StringMatch("regex", "a//b"))) == []
    assert len(list(path_problems(StringMatch("regex", "a" * 1025)))) == 1
