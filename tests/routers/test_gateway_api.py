from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.routers.backend import Backend, ServiceAddress
from cdk8s_iter8.routers.gateway_api import GatewayApiRouter
from cdk8s_iter8.routers.router import Route
from cdk8s_iter8.template import evaluate
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.preview import preview_traffic
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule
from tests.support import gateway_request
from tests.support.istio_request import Request
from tests.support.object_schema import validate_object

BOTH = TrafficRule("hello", shares=(0, 1))


def backend(name: str, namespace: str = "default", **more: Any) -> Backend:
    address = ServiceAddress(name, namespace, 8080)
    return Backend(name, namespace, address, **{"mirror": address, **more})


def http_route(*rules: TrafficRule, weights: list[int], **more: Any) -> Any:
    backends = more.pop("backends", None) or tuple(backend(f"hello-{index}") for index in range(len(weights)))
    route = Route("hello", "default", TrafficPlan(rules), backends, **more)
    evaluated = evaluate(GatewayApiRouter().template(route), weights)
    assert isinstance(evaluated, dict)
    assert validate_object(evaluated) == []
    return evaluated


def rules(*given: TrafficRule, weights: list[int], **more: Any) -> Any:
    return http_route(*given, weights=weights, **more)["spec"]["rules"]


def reference(name: str, **more: Any) -> dict[str, Any]:
    modifier = {"add": [{"name": "app-version", "value": name}]}
    filters = [{"type": "ResponseHeaderModifier", "responseHeaderModifier": modifier}]
    return {"group": "", "kind": "Service", "name": name, "port": 8080, "filters": filters, **more}


def test_an_http_route_named_for_the_application() -> None:
    assert http_route(BOTH, weights=[30, 70], gateways=("mine", "infra/shared")) == {
        "apiVersion": "gateway.networking.k8s.io/v1beta1",
        "kind": "HTTPRoute",
        "metadata": {"name": "hello", "namespace": "default"},
        "spec": {
            "hostnames": ["hello.default", "hello.default.svc", "hello.default.svc.cluster.local"],
            "parentRefs": [
                {"group": "", "kind": "Service", "name": "hello", "port": 80},
                {"name": "mine"},
                {"name": "shared", "namespace": "infra"},
            ],
            "rules": [{"backendRefs": [reference("hello-0", weight=30), reference("hello-1", weight=70)]}],
        },
    }


def test_a_version_without_weight_is_not_there() -> None:
    assert rules(BOTH, weights=[0, 70]) == [{"backendRefs": [reference("hello-1", weight=70)]}]


def test_a_version_alone_has_no_weight() -> None:
    assert rules(TrafficRule("hello", shares=(0,)), weights=[0]) == [{"backendRefs": [reference("hello-0")]}]


def test_a_rule_is_there_while_its_version_has_weight() -> None:
    match = Match(headers={"a": StringMatch("exact", "b")})
    given = (TrafficRule("hello-1", shares=(1,), matches=(match,), guard=1), TrafficRule("hello-0", shares=(0,)))
    assert [rule["backendRefs"][0]["name"] for rule in rules(*given, weights=[1, 1])] == ["hello-1", "hello-0"]
    assert [rule["backendRefs"][0]["name"] for rule in rules(*given, weights=[1, 0])] == ["hello-0"]


def test_cookies_are_set_by_each_backend() -> None:
    given = TrafficRule("hello", shares=(0, 1), set_cookies=("a=hello-0", "a=hello-1"))
    [rule] = rules(given, weights=[1, 1])
    added = [backend_ref["filters"][0]["responseHeaderModifier"]["add"] for backend_ref in rule["backendRefs"]]
    assert added == [
        [{"name": "app-version", "value": "hello-0"}, {"name": "set-cookie", "value": "a=hello-0"}],
        [{"name": "app-version", "value": "hello-1"}, {"name": "set-cookie", "value": "a=hello-1"}],
    ]


def test_a_backends_request_headers_and_path() -> None:
    changed = backend("hello-0", request_headers={"Host": "h"}, removed_request_headers=("x",), rewrite_uri="/v2")
    [rule] = rules(TrafficRule("hello", shares=(0,)), weights=[1], backends=(changed,))
    assert rule["backendRefs"][0]["filters"][:2] == [
        {"type": "URLRewrite", "urlRewrite": {"path": {"type": "ReplaceFullPath", "replaceFullPath": "/v2"}}},
        {
            "type": "RequestHeaderModifier",
            "requestHeaderModifier": {"set": [{"name": "Host", "value": "h"}], "remove": ["x"]},
        },
    ]


def test_a_version_that_cannot_be_mirrored_to_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^version hello-1 cannot be mirrored to$"):
        rules(
            TrafficRule("hello", shares=(0,), mirrors=(1,)),
            weights=[1, 1],
            backends=(backend("hello-0"), backend("hello-1", mirror=None)),
        )


_values = st.sampled_from(("1", "2"))
_headers = st.dictionaries(
    st.sampled_from(("a", "b")), _values.map(lambda value: StringMatch("exact", value)), max_size=2
)
_paths = st.one_of(
    st.none(),
    st.builds(StringMatch, st.sampled_from(("exact", "below")), st.sampled_from(("/a", "/a/b", "/ab"))),
)
_methods = st.none() | st.sampled_from(("GET", "PUT")).map(lambda method: StringMatch("exact", method))
_matches = st.builds(Match, headers=_headers, query_params=_headers, uri=_paths, method=_methods)
_clauses = st.lists(_matches.filter(lambda match: not match.is_empty()), min_size=1, max_size=3).map(tuple)
_sent = st.dictionaries(st.sampled_from(("a", "b")), _values)
_requests = st.builds(
    Request,
    path=st.sampled_from(("/", "/a", "/a/b", "/a/b/c", "/ab")),
    method=st.sampled_from(("GET", "PUT")),
    headers=_sent,
    query=_sent,
)


@given(st.lists(_clauses, min_size=1, max_size=3), st.lists(_requests, min_size=1, max_size=5))
def test_the_previewed_order_is_that_in_which_rules_take_requests(
    candidates: list[tuple[Match, ...]], requests: list[Request]
) -> None:
    names = [f"hello-{index}" for index in range(len(candidates) + 1)]
    taken = [
        TrafficRule(names[number], shares=(number,), matches=match, guard=number)
        for number, match in enumerate(candidates, 1)
    ]
    plan = TrafficPlan((*taken, TrafficRule("hello-0", shares=(0,))))
    in_order = GatewayApiRouter().sort_rules(plan)
    for ready in product((True, False), repeat=len(names)):
        weights = [int(is_ready) for is_ready in ready]
        made = rules(*plan.rules, weights=weights)
        [preview] = preview_traffic(in_order, names, [1] * len(names), [ready])
        ordered = rules(*in_order.rules, weights=weights)
        assert len(ordered) == len(preview.rules)
        for request in requests:
            first = next(
                rule
                for rule, emitted in zip(preview.rules, ordered, strict=True)
                if any(gateway_request.meets(request, clause) for clause in emitted.get("matches", [{}]))
            )
            [answering] = gateway_request.taking(request, made)["backendRefs"]
            assert {answering["name"]: 100} == first.shares
