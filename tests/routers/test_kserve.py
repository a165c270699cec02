from typing import Any

import pytest

from cdk8s_iter8.routers.backend import Backend, HostAddress
from cdk8s_iter8.routers.kserve import GATEWAYS, KserveRouter
from cdk8s_iter8.routers.router import Route
from cdk8s_iter8.template import evaluate
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule

GATEWAY = "gateway.example"


def backend(name: str) -> Backend:
    return Backend(
        name, "default", HostAddress(GATEWAY), request_headers={"Host": f"{name}.example"}, rewrite_uri=f"/{name}"
    )


def http(*rules: TrafficRule, weights: list[int]) -> Any:
    backends = tuple(backend(f"m-{index}") for index in range(len(weights)))
    route: Any = evaluate(
        KserveRouter().template(Route("m", "default", TrafficPlan(rules), backends, ("mine",))), weights
    )
    assert route["spec"]["gateways"] == [*GATEWAYS, "mesh"]
    return route["spec"]["http"]


def branch(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "match": [{"headers": {"branch": {"exact": name}}}],
        "rewrite": {"uri": f"/{name}"},
        "route": [
            {
                "destination": {"host": GATEWAY},
                "headers": {
                    "request": {"set": {"Host": f"{name}.example"}, "remove": ["branch"]},
                    "response": {"add": {"app-version": name}},
                },
            }
        ],
    }


def marked(name: str, **more: Any) -> dict[str, Any]:
    request = {"set": {"branch": name, "host": "m.default"}}
    return {"destination": {"host": GATEWAY}, "headers": {"request": request}, **more}


def test_shared_requests_are_marked_and_come_back() -> None:
    assert http(TrafficRule("m", shares=(0, 1)), weights=[30, 70]) == [
        branch("m-0"),
        branch("m-1"),
        {"name": "split", "route": [marked("m-0", weight=30), marked("m-1", weight=70)]},
    ]


@pytest.mark.parametrize(("weights", "branches"), [([30, 0], ["m-0"]), ([0, 70], ["m-0", "m-1"]), ([1, 0], ["m-0"])])
def test_an_unready_candidate_has_no_branch(weights: list[int], branches: list[str]) -> None:
    made = http(TrafficRule("m", shares=(0, 1)), weights=weights)
    assert [rule["name"] for rule in made] == [*branches, "split"]
    names = [destination["headers"]["request"]["set"]["branch"] for destination in made[-1]["route"]]
    assert names == [f"m-{index}" for index, weight in enumerate(weights) if weight]


def test_the_only_version_passes_twice_too() -> None:
    assert http(TrafficRule("m", shares=(0,)), weights=[0]) == [
        branch("m-0"),
        {"name": "split", "route": [marked("m-0")]},
    ]


def test_a_rule_for_a_version_alone_goes_there_at_once() -> None:
    match = Match(headers={"a": StringMatch("exact", "b")})
    candidate, primary = http(
        TrafficRule("m-1", shares=(1,), matches=(match,), guard=1), TrafficRule("m-0", shares=(0,)), weights=[1, 1]
    )
    assert candidate["match"] == [{"headers": {"a": {"exact": "b"}}}]
    assert candidate["rewrite"] == {"uri": "/m-1"}
    assert primary["rewrite"] == {"uri": "/m-0"}
    assert primary["route"] == [
        {
            "destination": {"host": GATEWAY},
            "headers": {"request": {"set": {"Host": "m-0.example"}}, "response": {"add": {"app-version": "m-0"}}},
        }
    ]


def test_the_share_that_marks_a_request_sets_the_cookie() -> None:
    given = TrafficRule("m", shares=(0, 1), set_cookies=("100%=m-0", "100%=m-1"))
    added = [destination["headers"]["response"]["add"] for destination in http(given, weights=[1, 1])[-1]["route"]]
    assert added == [{"set-cookie": "100%%=m-0"}, {"set-cookie": "100%%=m-1"}]


def test_it_has_no_mirrors() -> None:
    assert KserveRouter.features == {"match", "cookie"}
