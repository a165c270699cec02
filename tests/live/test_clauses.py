"""Clauses of routes in words: the words of previews."""

from typing import Any

import pytest
from hypothesis import given

from cdk8s_iter8.live.clauses import gateway_api_clause, istio_clause
from cdk8s_iter8.routers.istio import http_match_request
from cdk8s_iter8.traffic.match import Match
from tests.support.generators.plans import matches


@given(matches)
def test_a_clause_of_istio_reads_as_the_preview_writes_it(match: Match) -> None:
    assert istio_clause(http_match_request(match)) == str(match)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ({}, ""),
        ({"path": {"type": "PathPrefix", "value": "/a"}}, "uri below /a"),
        ({"headers": [{"type": "Exact", "name": "a", "value": "b"}], "method": "GET"}, "header a = b and method = GET"),
        ({"path": {"type": "Odd", "value": "/"}}, "requests that a match chooses which cannot be read"),
        ({"headers": 3}, "requests that a match chooses which cannot be read"),
    ],
)
def test_a_clause_of_gateway_api(clause: dict[str, Any], words: str) -> None:
    assert gateway_api_clause(clause) == words
