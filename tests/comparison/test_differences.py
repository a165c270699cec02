"""Differences from the Iter8 chart that every environment shares; docs/differences.md lists all."""

from pathlib import Path

import pytest

from tests.support.answered import answered
from tests.support.istio_request import Request
from tests.support.released import LEAST, Json, listed, objects, one, problems, route, values

ROUTED = sorted(set(LEAST) - {"deployment"})
NEW = Request(authority="app.default")


@pytest.mark.parametrize("name", ROUTED)
def test_weight_zero_means_no_requests(tmp_path: Path, name: str) -> None:
    data = values(name, "blue-green", {"weight": 0}, {"weight": 70}, {"weight": 30})
    emitted = objects(tmp_path, data)
    assert [version["weight"] for version in listed(emitted)] == [0, 70, 30]
    config = one(emitted, "ConfigMap", "app-0-weight-config")
    assert config["metadata"]["annotations"] == {"iter8.tools/weight": "0"}
    assert answered(NEW, route(tmp_path, data, (0, 70, 30))).shares == {"app-1": 70, "app-2": 30}


@pytest.mark.parametrize("name", ROUTED)
def test_an_unready_first_candidate_leaves_the_others_their_shares(tmp_path: Path, name: str) -> None:
    data = values(name, "blue-green", {"weight": 20}, {"weight": 40}, {"weight": 60})
    assert answered(NEW, route(tmp_path, data, (20, 0, 60))).shares == {"app-0": 25, "app-2": 75}


@pytest.mark.parametrize("name", ROUTED)
def test_the_weight_config_is_the_first_resource_in_its_versions_namespace(tmp_path: Path, name: str) -> None:
    data = values(name, "blue-green", {"metadata": {"namespace": "blue"}}, {"metadata": {"namespace": "green"}})
    emitted = objects(tmp_path, data)
    for index, namespace in enumerate(("blue", "green")):
        first = listed(emitted)[index]["resources"][0]
        assert first == {"gvrShort": "cm", "name": f"app-{index}-weight-config", "namespace": namespace}
        assert one(emitted, "ConfigMap", first["name"])["metadata"]["namespace"] == namespace


@pytest.mark.parametrize("name", ROUTED)
def test_versions_are_reached_in_their_own_namespaces(tmp_path: Path, name: str) -> None:
    data = values(name, "blue-green", {"metadata": {"namespace": "blue"}}, {"metadata": {"namespace": "green"}})
    places = answered(NEW, route(tmp_path, data, (1, 1))).places
    if name != "kserve-modelmesh-istio":  # one ModelMesh serves the models of every namespace
        assert [".blue.svc." in places["app-0"], ".green.svc." in places["app-1"]] == [True, True]


@pytest.mark.parametrize("name", sorted(set(ROUTED) - {"deployment-gtw"}))
def test_clauses_are_ored_with_and_without_headers(tmp_path: Path, name: str) -> None:
    clauses = [{"uri": {"prefix": "/beta"}}, {"headers": {"a": {"exact": "b"}}, "method": {"exact": "GET"}}]
    data = values(name, "canary", {}, {"match": clauses})
    made = route(tmp_path, data, (1, 1))
    assert made["spec"]["http"][0]["match"] == clauses
    for request, candidate in (
        (Request(path="/beta/x", method="POST"), True),
        (Request(headers={"a": "b"}), True),
        (Request(headers={"a": "b"}, method="POST"), False),
    ):
        assert answered(request, made).shares == {"app-1" if candidate else "app-0": 100}


@pytest.mark.parametrize("name", ROUTED)
def test_two_candidates_need_matches_of_their_own(tmp_path: Path, name: str) -> None:
    missing = "match: is missing: only a single candidate has a default, the header traffic: test"
    assert problems(tmp_path, values(name, "canary", {}, {}, {})) == [
        f"application.versions[1].{missing}",
        f"application.versions[2].{missing}",
    ]
    same: Json = {"match": [{"headers": {"a": {"exact": "b"}}}]}
    assert problems(tmp_path, values(name, "canary", {}, same, same)) == [
        (
            "application.versions[2].match[0]: is the match of versions[1] again (header a = b): "
            "each candidate needs its own"
        )
    ]


@pytest.mark.parametrize("name", sorted(LEAST))
def test_no_label_switches_the_watch_off(tmp_path: Path, name: str) -> None:
    off: Json = {"labels": {"iter8.tools/watch": "false"}}
    why = "labels['iter8.tools/watch']: 'false' is not 'true': the controller ignores objects without it"
    assert problems(tmp_path, values(name, "none", {"metadata": off}, application={"metadata": off})) == [
        f"application.metadata.{why}",
        f"application.versions[0].metadata.{why}",
    ]


@pytest.mark.parametrize("name", sorted(LEAST))
def test_the_routemap_is_the_first_object(tmp_path: Path, name: str) -> None:
    for strategy in ("none", "blue-green") if name in ROUTED else ("none",):
        assert objects(tmp_path, values(name, strategy))[0]["metadata"]["name"] == "app-routemap"


@pytest.mark.parametrize("name", ROUTED)
def test_strings_of_values_are_no_template(tmp_path: Path, name: str) -> None:
    hostile = "{{ index .Weights 0 }}<b>"
    data = values(name, "canary", {}, {"match": [{"headers": {"a": {"exact": hostile}}}]})
    text = objects(tmp_path, data)[0]["data"]["strSpec"]
    assert hostile not in text
    assert answered(Request(headers={"a": hostile}), route(tmp_path, data, (1, 1))).shares == {"app-1": 100}
