"""Routes read back: what the API server adds, and what nobody expects."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.live.route_rules import Target, route_rules

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["spec", "http", "rules", "route", "match", "matches", "destination", "host", "weight", "headers", "uri",
             "request", "set", "mirrors", "mirror", "percentage", "value", "backendRefs", "filters", "path", "name",
             "requestMirror", "requestHeaderModifier", "type", "exact", "gateways"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=25,
)  # fmt: skip


@given(JSON, st.sampled_from(["VirtualService", "HTTPRoute"]))
def test_nothing_in_a_route_is_trusted(spec: Any, kind: str) -> None:
    for rule in route_rules({"kind": kind, "metadata": {}, "spec": spec}):
        assert all(isinstance(clause, str) for clause in rule.clauses)
        assert all(weight > 0 for weight in rule.weights.values())


def test_what_the_api_server_adds_to_an_http_route() -> None:
    spec = {
        "rules": [
            {
                "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
                "backendRefs": [
                    {"group": "", "kind": "Service", "name": "a", "port": 80},
                    {"group": "", "kind": "Service", "name": "b", "namespace": "other", "port": 80, "weight": 0},
                ],
            }
        ]
    }
    (rule,) = route_rules({"kind": "HTTPRoute", "metadata": {"namespace": "default"}, "spec": spec})
    assert rule.clauses == ()
    assert rule.weights == {Target("a.default", 80): 1}


@pytest.mark.parametrize("weights", [(0, 0), (0, 1), (3, 1)])
def test_weights_of_zero_get_nothing(weights: tuple[int, int]) -> None:
    items = [{"destination": {"host": str(index)}, "weight": weight} for index, weight in enumerate(weights)]
    (rule,) = route_rules({"kind": "VirtualService", "spec": {"http": [{"route": items}]}})
    assert rule.weights == {Target(str(index)): weight for index, weight in enumerate(weights) if weight}


def test_one_destination_needs_no_weight() -> None:
    entry = {"route": [{"destination": {"host": "a"}, "weight": 0}], "timeout": "1s"}
    (rule,) = route_rules({"kind": "VirtualService", "spec": {"http": [entry]}})
    assert rule.weights == {Target("a"): 1}
    assert rule.more == ("timeout",)
