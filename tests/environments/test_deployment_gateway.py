from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8 import release_labels
from cdk8s_iter8.previews.release_preview import release_preview
from cdk8s_iter8.template import evaluate
from tests.support.answered import answered
from tests.support.istio_request import Request
from tests.support.released import Json, objects, one, planned, problems, values

HEADER: Json = {"headers": [{"name": "traffic", "value": "test"}]}


def spec(directory: Path, data: Json, weights: tuple[int, ...] = (50, 50), **more: Any) -> Json:
    route = evaluate(planned(directory, data, **more).template(), weights)
    assert isinstance(route, dict)
    made: Any = route["spec"]
    return dict(made)


@pytest.mark.parametrize("strategy", ["none", "blue-green", "canary", "mirror"])
def test_the_entry_is_a_service_that_selects_the_application(tmp_path: Path, strategy: str) -> None:
    entry = one(objects(tmp_path, values("deployment-gtw", strategy, application={"port": 8080})), "Service", "app")
    assert entry["spec"] == {"selector": {"app": "app"}, "ports": [{"port": 80}]}


@pytest.mark.parametrize(
    ("strategy", "hostnames"),
    [
        ("blue-green", ["app", "app.default", "app.default.svc.cluster.local"]),
        ("canary", ["app.default", "app.default.svc", "app.default.svc.cluster.local"]),
        ("mirror", ["app.default", "app.default.svc", "app.default.svc.cluster.local"]),
    ],
)
def test_hostnames_are_the_charts(tmp_path: Path, strategy: str, hostnames: list[str]) -> None:
    assert spec(tmp_path, values("deployment-gtw", strategy))["hostnames"] == hostnames


def test_the_parents_are_the_entry_at_its_port_and_the_gateways(tmp_path: Path) -> None:
    data = values("deployment-gtw", "blue-green", application={"port": 8080}, gateway=["mine", "infra/shared"])
    assert spec(tmp_path, data)["parentRefs"] == [
        {"group": "", "kind": "Service", "name": "app", "port": 80},
        {"name": "mine"},
        {"name": "shared", "namespace": "infra"},
    ]


@pytest.mark.parametrize(("given", "version"), [({}, "v1beta1"), ({"http_route_version": "v1"}, "v1")])
def test_the_routes_api_version_is_the_controllers(tmp_path: Path, given: dict[str, str], version: str) -> None:
    template = planned(tmp_path, values("deployment-gtw", "blue-green"), **given).template()
    assert isinstance(template, dict)
    assert template["apiVersion"] == f"gateway.networking.k8s.io/{version}"
    emitted = objects(tmp_path, values("deployment-gtw", "blue-green"), **given)
    assert f"apiVersion: gateway.networking.k8s.io/{version}\n" in emitted[0]["data"]["strSpec"]


def test_another_api_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^'v2' is not a version of HTTPRoute \(v1beta1, v1\)$"):
        planned(tmp_path, values("deployment-gtw", "blue-green"), http_route_version="v2")


def test_copies_go_to_the_candidates_services(tmp_path: Path) -> None:
    data = values("deployment-gtw", "mirror", {}, {"weight": 100, "port": 81}, {"metadata": {"namespace": "beta"}})
    [rule] = spec(tmp_path, data, (50, 100, 25))["rules"]
    assert rule["filters"] == [
        {
            "type": "RequestMirror",
            "requestMirror": {
                "backendRef": {"group": "", "kind": "Service", "name": "app-1", "port": 81},
                "percent": 100,
            },
        },
        {
            "type": "RequestMirror",
            "requestMirror": {
                "backendRef": {"group": "", "kind": "Service", "name": "app-2", "namespace": "beta", "port": 80},
                "percent": 25,
            },
        },
    ]
    assert [backend["name"] for backend in rule["backendRefs"]] == ["app-0"]
    [alone] = spec(tmp_path, data, (50, 0, 0))["rules"]
    assert "filters" not in alone


def test_an_annotated_percentage_never_exceeds_100(tmp_path: Path) -> None:
    [rule] = spec(tmp_path, values("deployment-gtw", "mirror"), (50, 5000))["rules"]
    assert rule["filters"][0]["requestMirror"]["percent"] == 100


class TestVersionsInOtherNamespaces:
    DATA = values(
        "deployment-gtw",
        "blue-green",
        {},
        {"metadata": {"namespace": "beta"}},
        {
            "serviceSpecification": {
                "metadata": {"name": "far", "namespace": "gamma"},
                "spec": {"ports": [{"port": 80}]},
            }
        },
    )

    def test_backends_name_them(self, tmp_path: Path) -> None:
        [rule] = spec(tmp_path, self.DATA, (1, 1, 1))["rules"]
        named = [(backend["name"], backend.get("namespace")) for backend in rule["backendRefs"]]
        assert named == [("app-0", None), ("app-1", "beta"), ("far", "gamma")]

    def test_grants_let_the_route_reach_them(self, tmp_path: Path) -> None:
        emitted = objects(tmp_path, self.DATA)
        grants = [manifest for manifest in emitted if manifest["kind"] == "ReferenceGrant"]
        assert [manifest["metadata"] for manifest in grants] == [
            {"name": "app-app-1", "namespace": "beta", "labels": release_labels("app")},
            {"name": "app-far", "namespace": "gamma", "labels": release_labels("app")},
        ]
        assert grants[1]["spec"] == {
            "from": [{"group": "gateway.networking.k8s.io", "kind": "HTTPRoute", "namespace": "default"}],
            "to": [{"group": "", "kind": "Service", "name": "far"}],
        }

    def test_without_route_there_is_nothing_to_grant(self, tmp_path: Path) -> None:
        data = values("deployment-gtw", "none", {}, {"metadata": {"namespace": "beta"}})
        assert {manifest["kind"] for manifest in objects(tmp_path, data)} == {"ConfigMap", "Deployment", "Service"}


def test_matches_are_taken_as_they_are(tmp_path: Path) -> None:
    matches = [
        {**HEADER, "path": {"type": "PathPrefix", "value": "/api"}},
        {"method": "POST", "queryParams": [{"name": "beta", "type": "RegularExpression", "value": "y.*"}]},
    ]
    rules = spec(tmp_path, values("deployment-gtw", "canary", {}, {"matches": matches}))["rules"]
    assert rules[0]["matches"] == matches
    assert "matches" not in rules[1]


@pytest.mark.parametrize(
    ("given", "clause"),
    [
        ({"headers": {"a": {"exact": "b"}}}, {"headers": [{"name": "a", "value": "b"}]}),
        (
            {"headers": {"a": {"regex": "b+"}}},
            {"headers": [{"name": "a", "type": "RegularExpression", "value": "b+"}]},
        ),
        (
            {"headers": {"a": {"prefix": "b."}}},
            {"headers": [{"name": "a", "type": "RegularExpression", "value": r"^b\..*$"}]},
        ),
        ({"headers": {"a": {}}}, {"headers": [{"name": "a", "type": "RegularExpression", "value": ".*"}]}),
        ({"queryParams": {"a": {"exact": "b"}}}, {"queryParams": [{"name": "a", "value": "b"}]}),
        ({"uri": {"exact": "/a"}}, {"path": {"type": "Exact", "value": "/a"}}),
        ({"uri": {"regex": "/a.*"}}, {"path": {"type": "RegularExpression", "value": "/a.*"}}),
        ({"method": {"exact": "PUT"}}, {"method": "PUT"}),
    ],
)
def test_istios_spelling_is_translated(tmp_path: Path, given: Json, clause: Json) -> None:
    rules = spec(tmp_path, values("deployment-gtw", "canary", {}, {"match": [given]}))["rules"]
    assert rules[0]["matches"] == [clause]


NOT_POSSIBLE = "is not possible with Gateway API, which matches path, method, headers and query"
METHODS = "GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"withoutHeaders": {"a": {}}}, f"withoutHeaders: {NOT_POSSIBLE}"),
        ({"scheme": {"exact": "https"}}, f"scheme: {NOT_POSSIBLE}"),
        ({"authority": {"exact": "a"}}, f"authority: {NOT_POSSIBLE}"),
        ({"port": 80}, f"port: {NOT_POSSIBLE}"),
        ({"sourceLabels": {"a": "b"}}, f"sourceLabels: {NOT_POSSIBLE}"),
        ({"sourceNamespace": "a"}, f"sourceNamespace: {NOT_POSSIBLE}"),
        ({"gateways": ["mesh"]}, f"gateways: {NOT_POSSIBLE}"),
        ({"uri": {"exact": "/a"}, "ignoreUriCase": True}, f"ignoreUriCase: {NOT_POSSIBLE}"),
        ({"headers": {"a": {}}, "name": "n"}, f"name: {NOT_POSSIBLE}"),
        ({"headers": {"a": {}}, "statPrefix": "n"}, f"statPrefix: {NOT_POSSIBLE}"),
        (
            {"uri": {"prefix": "/a"}},
            (
                "uri.prefix: '/a' is not possible with Gateway API, whose PathPrefix compares whole parts of a path: "
                "use matches, with path: {type: PathPrefix, …}"
            ),
        ),
        ({"uri": {"exact": "a"}}, "uri.exact: 'a' does not start with '/'"),
        (
            {"method": {"prefix": "P"}},
            f"method: 'prefix P' is not possible with Gateway API: exact, and one of {METHODS}",
        ),
        (
            {"method": {"exact": "BREW"}},
            f"method: '= BREW' is not possible with Gateway API: exact, and one of {METHODS}",
        ),
        (
            {"queryParams": {"q": {"exact": "a" * 1025}}},
            "queryParams.q: has 1025 characters, at most 1024 are possible with Gateway API",
        ),
        (
            {"queryParams": {"q[]": {"exact": "a"}}},
            "queryParams['q[]']: is not possible with Gateway API: letters, digits and !#$%&'*+-.^_`|~",
        ),
        (
            {"headers": {f"h{number}": {} for number in range(17)}},
            "headers: has 17 conditions, at most 16 are possible with Gateway API",
        ),
    ],
)
def test_what_gateway_api_cannot_express_is_an_error(tmp_path: Path, given: Json, problem: str) -> None:
    data = values("deployment-gtw", "canary", {}, {"match": [given]})
    assert problems(tmp_path, data) == [f"application.versions[1].match[0].{problem}"]


def test_only_one_spelling_at_a_time(tmp_path: Path) -> None:
    both = {"match": [{"headers": {"a": {}}}], "matches": [HEADER]}
    assert problems(tmp_path, values("deployment-gtw", "canary", {}, both)) == [
        "application.versions[1].match: stands beside matches; keep one of them"
    ]


def test_matches_are_a_canarys_and_a_candidates(tmp_path: Path) -> None:
    assert problems(tmp_path, values("deployment-gtw", "blue-green", {}, {"matches": [HEADER]})) == [
        "application.versions[1].matches: has no effect with strategy blue-green: it is for canary"
    ]
    taken = "it gets every request that no candidate's match takes"
    assert problems(tmp_path, values("deployment-gtw", "canary", {"matches": [HEADER]}, {"matches": [HEADER]})) == [
        f"application.versions[0].matches: the primary takes no match: {taken}"
    ]
    assert problems(tmp_path, values("deployment-istio", "canary", {}, {"matches": [HEADER]}))[0].startswith(
        "application.versions[1].matches: is not a known key"
    )


def test_the_most_specific_clause_takes_a_request_in_preview_and_route(tmp_path: Path) -> None:
    wide = {"matches": [HEADER, {"path": {"type": "Exact", "value": "/a"}}]}
    narrow = {"matches": [{**HEADER, "method": "GET"}, {"path": {"value": "/a"}, "method": "GET"}]}
    release = planned(tmp_path, values("deployment-gtw", "canary", {}, wide, narrow))
    [preview, *_] = release_preview(release).sets
    assert [(rule.match, list(rule.shares)) for rule in preview.rules] == [
        (("uri = /a",), ["app-1"]),
        (("uri below /a and method = GET", "header traffic = test and method = GET"), ["app-2"]),
        (("header traffic = test",), ["app-1"]),
        ((), ["app-0"]),
    ]
    route = evaluate(release.template(), [1, 1, 1])
    assert isinstance(route, dict)
    test = {"traffic": "test"}
    for request, name in (
        (Request(path="/a"), "app-1"),
        (Request(path="/a/b"), "app-2"),
        (Request(path="/ab"), "app-0"),
        (Request(headers=test), "app-2"),
        (Request(method="POST", headers=test), "app-1"),
    ):
        assert answered(request, route).shares == {name: 100}


def test_a_wider_match_in_front_shadows_nothing_but_an_equal_one_does(tmp_path: Path) -> None:
    narrow: Json = {"headers": [*HEADER["headers"], {"name": "b", "value": "c"}]}
    assert (
        problems(tmp_path, values("deployment-gtw", "canary", {}, {"matches": [HEADER]}, {"matches": [narrow]})) == []
    )
    assert problems(
        tmp_path, values("deployment-gtw", "canary", {}, {"matches": [HEADER]}, {"matches": [narrow, HEADER]})
    ) == [
        (
            "application.versions[2].matches[1]: is the match of versions[1] again (header traffic = test): "
            "each candidate needs its own"
        )
    ]


def test_an_http_route_has_room_for_16_versions(tmp_path: Path) -> None:
    assert problems(tmp_path, values("deployment-gtw", "blue-green", *[{}] * 16)) == []
    assert problems(tmp_path, values("deployment-gtw", "blue-green", *[{}] * 17)) == [
        "application.versions: has 17 versions, at most 16 are possible with Gateway API"
    ]
    sticky = {"sessionAffinity": {"cookieName": "c"}}
    assert problems(tmp_path, values("deployment-gtw", "blue-green", *[{}] * 16, application=sticky)) == [
        "application.versions: has 16 versions, at most 15 are possible with Gateway API"
    ]
    assert problems(tmp_path, values("deployment-gtw", "none", *[{}] * 17)) == []


def test_a_gateway_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    assert problems(tmp_path, values("deployment-gtw", "blue-green", gateway=["a", "b", "a"])) == [
        "gateway[2]: 'a' stands twice"
    ]


def test_a_cookies_name_that_envoy_would_read_as_a_variable_is_refused(tmp_path: Path) -> None:
    sticky = {"sessionAffinity": {"cookieName": "100%"}}
    assert problems(tmp_path, values("deployment-gtw", "blue-green", application=sticky)) == [
        "application.sessionAffinity.cookieName: '100%' is not possible with Gateway API: it has '%'"
    ]
    assert problems(tmp_path, values("deployment-istio", "blue-green", application=sticky)) == []
