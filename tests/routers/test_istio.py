import re
import string
from typing import Any

import pytest

from cdk8s_iter8.routers.backend import Backend, HostAddress
from cdk8s_iter8.routers.istio import IstioRouter, http_match_request, match_cookie
from cdk8s_iter8.routers.router import Route
from cdk8s_iter8.template import evaluate
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule


def backend(name: str, **more: Any) -> Backend:
    return Backend(name, "default", HostAddress(f"{name}.default.svc.cluster.local", 80), **more)


def virtual_service(*rules: TrafficRule, weights: list[int], gateways: tuple[str, ...] = (), **more: Any) -> Any:
    backends = tuple(backend(f"hello-{index}", **more) for index in range(len(weights)))
    route = Route("hello", "apps", TrafficPlan(rules), backends, gateways)
    return evaluate(IstioRouter().template(route), weights)


def http(*rules: TrafficRule, weights: list[int], **more: Any) -> Any:
    return virtual_service(*rules, weights=weights, **more)["spec"]["http"]


def destination(name: str) -> dict[str, Any]:
    return {
        "destination": {"host": f"{name}.default.svc.cluster.local", "port": {"number": 80}},
        "headers": {"response": {"add": {"app-version": name}}},
    }


BLUE_GREEN = TrafficRule("hello", shares=(0, 1))


def test_a_virtual_service_named_for_the_application() -> None:
    assert virtual_service(BLUE_GREEN, weights=[30, 70]) == {
        "apiVersion": "networking.istio.io/v1beta1",
        "kind": "VirtualService",
        "metadata": {"name": "hello", "namespace": "apps"},
        "spec": {
            "gateways": ["mesh"],
            "hosts": ["hello.apps", "hello.apps.svc", "hello.apps.svc.cluster.local"],
            "http": [
                {
                    "name": "hello",
                    "route": [destination("hello-0") | {"weight": 30}, destination("hello-1") | {"weight": 70}],
                }
            ],
        },
    }


@pytest.mark.parametrize(
    ("gateways", "bound"),
    [((), ["mesh"]), (("b/a", "c"), ["b/a", "c", "mesh"]), (("mesh",), ["mesh"]), (("a", "mesh", "a"), ["a", "mesh"])],
)
def test_it_is_bound_to_the_mesh_and_to_gateways_once_each(gateways: tuple[str, ...], bound: list[str]) -> None:
    assert virtual_service(BLUE_GREEN, weights=[1, 1], gateways=gateways)["spec"]["gateways"] == bound


def test_a_version_without_weight_is_no_destination() -> None:
    assert http(BLUE_GREEN, weights=[0, 70]) == [
        {"name": "hello", "route": [destination("hello-1") | {"weight": 70}]},
    ]


def test_a_single_version_has_every_request_whatever_its_weight() -> None:
    assert http(TrafficRule("hello", shares=(0,)), weights=[0]) == [
        {"name": "hello", "route": [destination("hello-0")]}
    ]


def test_request_headers() -> None:
    [rule] = http(
        TrafficRule("hello", shares=(0,)),
        weights=[1],
        request_headers={"Host": "a.b"},
        removed_request_headers=("branch",),
    )
    assert rule["route"][0]["headers"] == {
        "request": {"set": {"Host": "a.b"}, "remove": ["branch"]},
        "response": {"add": {"app-version": "hello-0"}},
    }


def test_a_rewritten_path() -> None:
    [rule] = http(TrafficRule("hello", shares=(0,)), weights=[1], rewrite_uri="/v2")
    assert rule["rewrite"] == {"uri": "/v2"}


def test_a_guarded_rule_with_its_clauses_ored() -> None:
    clauses = (Match(headers={"traffic": StringMatch("exact", "test")}), Match(uri=StringMatch("prefix", "/test")))
    rules = (TrafficRule("hello-1", shares=(1,), matches=clauses, guard=1), TrafficRule("hello-0", shares=(0,)))
    others = {"name": "hello-0", "route": [destination("hello-0")]}
    assert http(*rules, weights=[1, 1]) == [
        {
            "name": "hello-1",
            "match": [{"headers": {"traffic": {"exact": "test"}}}, {"uri": {"prefix": "/test"}}],
            "route": [destination("hello-1")],
        },
        others,
    ]
    assert http(*rules, weights=[1, 0]) == [others]


MIRROR = TrafficRule("hello", shares=(0,), mirrors=(1, 2))


def mirrors(weights: list[int]) -> Any:
    [rule] = http(MIRROR, weights=weights, mirror=HostAddress("m", 81))
    return rule.get("mirrors")


@pytest.mark.parametrize(
    ("weights", "percentages"), [([9, 40, 100], [40, 100]), ([0, 0, 7], [7]), ([1, 150, 2**32 - 1], [100, 100])]
)
def test_mirrors_and_their_percentages(weights: list[int], percentages: list[int]) -> None:
    assert mirrors(weights) == [
        {"destination": {"host": "m", "port": {"number": 81}}, "percentage": {"value": value}} for value in percentages
    ]


def test_without_weight_there_is_no_list_of_mirrors() -> None:
    assert mirrors([1, 0, 0]) is None


def test_a_version_that_cannot_be_mirrored_to() -> None:
    with pytest.raises(ValueError, match="version hello-1 cannot be mirrored to"):
        http(MIRROR, weights=[1, 1, 1])


def test_a_destination_without_port_keeps_the_routes() -> None:
    route = Route(
        "a", "b", TrafficPlan((TrafficRule("a", shares=(0,)),)), (Backend("a-0", "b", HostAddress("gateway")),)
    )
    spec: Any = evaluate(IstioRouter().template(route), [1])
    assert spec["spec"]["http"][0]["route"][0]["destination"] == {"host": "gateway"}


def test_cookies_are_set_per_version() -> None:
    [rule] = http(TrafficRule("hello", shares=(0, 1), set_cookies=("a=0", "a=1")), weights=[0, 1])
    assert rule["route"][0]["headers"]["response"]["add"] == {"app-version": "hello-1", "set-cookie": "a=1"}


def test_envoy_reads_no_variable_in_a_header() -> None:
    [rule] = http(
        TrafficRule("hello", shares=(0,), set_cookies=("%a%=1",)),
        weights=[1],
        request_headers={"x": "%REQ(authorization)%"},
    )
    headers = rule["route"][0]["headers"]
    assert headers["response"]["add"]["set-cookie"] == "%%a%%=1"
    assert headers["request"]["set"]["x"] == "%%REQ(authorization)%%"


def test_every_condition_of_a_clause() -> None:
    exact = StringMatch("exact", "a")
    match = Match(
        headers={"h": exact, "present": None},
        without_headers={"w": StringMatch("regex", "b.*"), "absent": None},
        query_params={"q": StringMatch("prefix", "c"), "there": None},
        uri=StringMatch("prefix", "/a"),
        scheme=exact,
        method=exact,
        authority=exact,
        port=80,
        source_labels={"app": "x"},
        source_namespace="ns",
        gateways=("mesh",),
        ignore_uri_case=True,
        name="n",
        stat_prefix="s",
    )
    assert http_match_request(match) == {
        "name": "n",
        "uri": {"prefix": "/a"},
        "scheme": {"exact": "a"},
        "method": {"exact": "a"},
        "authority": {"exact": "a"},
        "headers": {"h": {"exact": "a"}, "present": {}},
        "queryParams": {"q": {"prefix": "c"}, "there": {}},
        "withoutHeaders": {"w": {"regex": "b.*"}, "absent": {}},
        "port": 80,
        "sourceLabels": {"app": "x"},
        "sourceNamespace": "ns",
        "gateways": ["mesh"],
        "ignoreUriCase": True,
        "statPrefix": "s",
    }


def test_a_cookie_stands_beside_other_headers() -> None:
    assert http_match_request(Match(headers={"a": None}, cookie=("user", "hello-0"))) == {
        "headers": {"a": {}, "cookie": {"regex": match_cookie("user", "hello-0").value}}
    }


@pytest.mark.parametrize(
    ("header", "matches"),
    [
        ("user=hello-1", True),
        ("a=b; user=hello-1", True),
        ("user=hello-1; a=b", True),
        ("a=b;user=hello-1;c=d", True),
        ("user=hello-10", False),
        ("user=hello-1x; a=b", False),
        ("xuser=hello-1", False),
        ("a=user=hello-1", False),
        ("user=hello-", False),
        ("user=hello-11; user=hello-1", True),
        ("User=hello-1", False),
        ("", False),
    ],
)
def test_one_cookie_in_the_header(header: str, matches: bool) -> None:
    assert bool(re.fullmatch(match_cookie("user", "hello-1").value, header)) is matches


NAME_CHARACTERS = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~"


def test_every_character_that_a_cookies_name_may_have() -> None:
    expression = match_cookie(NAME_CHARACTERS, "hello-1").value
    assert re.fullmatch(expression, f"{NAME_CHARACTERS}=hello-1")
    assert not re.fullmatch(expression, f"{NAME_CHARACTERS.replace('.', 'x')}=hello-1")
    # RE2, which Envoy uses, takes an escaped punctuation character as itself, and knows \s.
    assert set(re.findall(r"\\(.)", expression)) <= {*string.punctuation, "s"}
