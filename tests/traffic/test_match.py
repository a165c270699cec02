from dataclasses import fields
from typing import Any

import pytest

from cdk8s_iter8.routers.istio import http_match_request
from cdk8s_iter8.traffic.match import Comparison, Match, StringMatch
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.istio_request import Request, meets


def exact(value: str) -> StringMatch:
    return StringMatch("exact", value)


def prefix(value: str) -> StringMatch:
    return StringMatch("prefix", value)


def regex(value: str) -> StringMatch:
    return StringMatch("regex", value)


NARROWER = [
    (Match(uri=exact("/a")), Match(uri=exact("/a"))),
    (Match(uri=exact("/ab")), Match(uri=prefix("/a"))),
    (Match(uri=prefix("/ab")), Match(uri=prefix("/a"))),
    (Match(uri=regex("/a.*")), Match(uri=regex("/a.*"))),
    (Match(uri=StringMatch("exact", "/a/b")), Match(uri=StringMatch("below", "/a"))),
    (Match(uri=StringMatch("below", "/a/b")), Match(uri=StringMatch("below", "/a/"))),
    (Match(uri=StringMatch("below", "/a")), Match(uri=StringMatch("below", "/"))),
    (Match(uri=exact("/A")), Match(uri=exact("/a"), ignore_uri_case=True)),
    (Match(uri=prefix("/Ab"), ignore_uri_case=True), Match(uri=prefix("/aB"), ignore_uri_case=True)),
    (Match(uri=exact("/a"), method=exact("GET")), Match(uri=exact("/a"))),
    (Match(headers={"a": exact("1"), "b": None}), Match(headers={"a": exact("1")})),
    (Match(headers={"a": exact("1")}), Match(headers={"a": None})),
    (Match(headers={"Traffic": exact("test")}), Match(headers={"traffic": exact("test")})),
    (Match(headers={"a": exact("1"), "A": exact("2")}), Match(headers={"A": exact("1")})),
    (Match(query_params={"a": prefix("ab")}), Match(query_params={"a": prefix("a")})),
    (Match(without_headers={"a": prefix("a")}), Match(without_headers={"a": exact("ab")})),
    (Match(without_headers={"a": None}), Match(without_headers={"a": exact("ab")})),
    (Match(without_headers={"A": None, "b": None}), Match(without_headers={"a": None})),
    (Match(gateways=("b", "a")), Match(gateways=("a", "b", "mesh"))),
    (Match(source_labels={"a": "1", "b": "2"}), Match(source_labels={"a": "1"})),
    (Match(port=80, source_namespace="a"), Match(port=80)),
    (Match(cookie=("a", "b")), Match(cookie=("a", "b"), name="x", stat_prefix="y")),
    (Match(port=80), Match()),
]
NOT_NARROWER = [
    (Match(uri=prefix("/a")), Match(uri=exact("/a"))),
    (Match(uri=prefix("/a")), Match(uri=prefix("/ab"))),
    (Match(uri=regex("/a")), Match(uri=prefix("/"))),
    (Match(uri=exact("/ab")), Match(uri=StringMatch("below", "/a"))),
    (Match(uri=prefix("/a")), Match(uri=StringMatch("below", "/a"))),
    (Match(uri=exact("/a"), ignore_uri_case=True), Match(uri=exact("/a"))),
    (Match(uri=regex("/A")), Match(uri=regex("/a"), ignore_uri_case=True)),
    (Match(headers={"a": None}), Match(headers={"a": exact("1")})),
    (Match(headers={"a": exact("1")}), Match(headers={"A": exact("1"), "a": exact("2")})),
    (Match(query_params={"A": None}), Match(query_params={"a": None})),
    (Match(method=exact("GET")), Match(scheme=exact("GET"))),
    (Match(without_headers={"a": exact("ab")}), Match(without_headers={"a": prefix("a")})),
    (Match(without_headers={"a": exact("ab")}), Match(without_headers={"a": None})),
    (Match(without_headers={"a": None}), Match(without_headers={"a": regex(".*")})),
    (Match(without_headers={"a": None}), Match(headers={"a": None})),
    (Match(gateways=("a", "b")), Match(gateways=("a",))),
    (Match(source_labels={"a": "1"}), Match(source_labels={"a": "2"})),
    (Match(cookie=("a", "b")), Match(cookie=("a", "c"))),
    (Match(), Match(port=80)),
]


@pytest.mark.parametrize(("narrow", "wide"), NARROWER)
def test_a_narrower_clause_implies_a_wider_one(narrow: Match, wide: Match) -> None:
    assert narrow.implies(wide)


@pytest.mark.parametrize(("narrow", "wide"), NOT_NARROWER)
def test_a_clause_does_not_imply_what_it_may_not_meet(narrow: Match, wide: Match) -> None:
    assert not narrow.implies(wide)


CONDITIONS: dict[str, Any] = {
    "headers": {"a": None},
    "without_headers": {"a": None},
    "query_params": {"a": None},
    "uri": exact("/"),
    "scheme": exact("http"),
    "method": exact("GET"),
    "authority": exact("a"),
    "port": 80,
    "source_labels": {"a": "b"},
    "source_namespace": "a",
    "gateways": ("mesh",),
    "cookie": ("a", "b"),
}


def test_every_condition_must_be_implied() -> None:
    passive = {"ignore_uri_case", "name", "stat_prefix"}
    assert {attribute.name for attribute in fields(Match)} - passive == CONDITIONS.keys()
    for name, value in CONDITIONS.items():
        condition = Match(**{name: value})
        assert condition.implies(condition)
        assert Match(**CONDITIONS).implies(condition)
        assert not Match(**{**CONDITIONS, name: getattr(Match(), name)}).implies(condition)


KINDS: tuple[Comparison, ...] = ("exact", "prefix", "regex")
TEXTS = ("a", "A", "ab", "b", "")
STRINGS = [StringMatch(kind, text) for kind in KINDS for text in TEXTS[:-1]]
ONE = [{name: string} for name in ("x", "X") for string in (None, *STRINGS)]
TWO = [{"x": first, "X": second} for first in STRINGS[:5] for second in STRINGS[:5]]
REQUESTS = {
    "headers": [Request(headers=headers) for headers in ({}, *({"x": text} for text in TEXTS))],
    "query": [Request(query=query) for query in ({}, *({name: text} for name in ("x", "X") for text in TEXTS))],
    "path": [Request(path=text) for text in TEXTS],
    "gateway": [Request(gateway=gateway) for gateway in ("mesh", "a", "b")],
}
CLAUSES: dict[str, tuple[str, list[Match]]] = {
    "headers": ("headers", [Match(headers=strings) for strings in ONE + TWO]),
    "without headers": ("headers", [Match(without_headers=strings) for strings in ONE + TWO]),
    "query": ("query", [Match(query_params=strings) for strings in ONE + TWO]),
    "uri": ("path", [Match(uri=string, ignore_uri_case=ignored) for string in STRINGS for ignored in (True, False)]),
    "gateways": (
        "gateway",
        [Match(gateways=gateways) for gateways in (("mesh",), ("a",), ("a", "mesh"), ("mesh", "a"), ("a", "b"))],
    ),
}


@pytest.mark.parametrize("conditions", CLAUSES)
def test_no_request_proves_an_implication_wrong(conditions: str) -> None:
    requests, clauses = CLAUSES[conditions]
    met = [
        (clause, {index for index, one in enumerate(REQUESTS[requests]) if meets(one, http_match_request(clause))})
        for clause in clauses
    ]
    implied = 0
    for narrow, by_narrow in met:
        for wide, by_wide in met:
            if narrow.implies(wide):
                assert by_narrow <= by_wide, f"{narrow} / {wide}"
                implied += narrow is not wide
    assert implied > len(clauses) / 4


@pytest.mark.parametrize(
    ("match", "empty"),
    [
        (Match(), True),
        (Match(name="a", stat_prefix="b", ignore_uri_case=True), True),
        (Match(headers={}, gateways=()), True),
        (Match(headers={"a": None}), False),
        (Match(port=80), False),
    ],
)
def test_a_clause_without_condition_is_empty(match: Match, empty: bool) -> None:
    assert match.is_empty() is empty


def test_in_words() -> None:
    everything = Match(
        headers={"a": exact("1"), "b": None},
        without_headers={"c": prefix("2"), "d": None},
        query_params={"q": regex("3.*")},
        uri=prefix("/a b"),
        scheme=exact("https"),
        method=exact("GET"),
        authority=exact("hello"),
        port=8080,
        source_labels={"app": "x"},
        source_namespace="ns",
        gateways=("mesh", "g"),
        cookie=("user", "hello-1"),
        ignore_uri_case=True,
        name="not shown",
    )
    assert str(everything).split(" and ") == [
        "cookie user = hello-1",
        "header a = 1",
        "header b present",
        "query q regex 3.*",
        "not header c prefix 2",
        "not header d present",
        'uri prefix "/a b" in any case',
        "scheme = https",
        "method = GET",
        "authority = hello",
        "port = 8080",
        "source namespace = ns",
        "source label app = x",
        "gateway in mesh, g",
    ]
    assert str(Match()) == "every request"


def test_words_are_one_line_for_a_terminal() -> None:
    assert str(Match(headers={"a": exact("\x1b[31m\nred")})) == r'header a = "\u001b[31m\nred"'
    assert str(Match(headers={"a": exact("\u202e")})) == r"header a = \u202e"


def test_what_is_no_clause() -> None:
    with pytest.raises(ValuesError) as error:
        Match(headers={"traffic": "test"}, port="80", gateways=[1])  # type: ignore[dict-item, arg-type]
    assert error.value.lines == (
        "match: headers.traffic: 'test' is not a StringMatch",
        "match: port: '80' is not a port (an integer from 1 to 65535): write it without quotes",
        "match: gateways[0]: 1 is not a string",
    )
    with pytest.raises(ValuesError, match=r"^string match 'exactly': kind: 'exactly' is not one of exact, prefix, "):
        StringMatch("exactly", "a")  # type: ignore[arg-type]
