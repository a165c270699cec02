"""The comparison with the chart must notice what matters, and only that."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.comparison.compare import compare
from tests.comparison.document import Case, assembled, differences
from tests.comparison.ours import ours
from tests.comparison.route import Object, route

VALUES: Object = {
    "environment": "knative-istio",
    "application": {
        "strategy": "blue-green",
        "versions": [{"image": "ab", "weight": 30}, {"image": "cd", "weight": 70}],
    },
}


def destination(name: str, **more: Any) -> Object:
    return {"destination": {"host": name}, "headers": {"response": {"add": {"app-version": name}}}, **more}


def virtual_service(*http: Object) -> Object:
    metadata = {"name": "a", "namespace": "b"}
    spec = {"gateways": ["mesh"], "hosts": ["a.b"], "http": list(http)}
    return {"apiVersion": "v", "kind": "VirtualService", "metadata": metadata, "spec": spec}


def http_route(*rules: Object) -> Object:
    spec = {"parentRefs": [{"name": "g"}], "hostnames": ["a.b"], "rules": list(rules)}
    return {"apiVersion": "v", "kind": "HTTPRoute", "metadata": {"name": "a", "namespace": "b"}, "spec": spec}


def shares(resource: Object) -> list[list[tuple[str, str]]]:
    return [
        [(share["to"]["app-version"], share["percent"]) for share in rule["shares"]]
        for rule in route(resource)["rules"]
    ]


def test_weights_are_percentages_and_nothing_is_nobody() -> None:
    split = [destination("x", weight=1), destination("y", weight=2), destination("z", weight=0), destination("w")]
    assert shares(virtual_service({"route": split})) == [[("x", "100/3"), ("y", "200/3")]]
    assert shares(virtual_service({"route": [destination("x", weight=0)]})) == [[("x", "100")]]


def test_weights_of_nothing_are_refused() -> None:
    refused = route(virtual_service({"route": [destination("x", weight=0), destination("y")]}))
    assert refused["rules"] == [{"refused": "no destination has weight"}]


def test_clauses_are_ored() -> None:
    clauses: list[Object] = [{"headers": {"a": {}}}, {"headers": {"b": {}}}]
    read = route(virtual_service({"match": clauses, "route": [destination("x")]}, {"route": [destination("y")]}))
    assert [rule["match"] for rule in read["rules"]] == [*clauses, None]


def test_a_marked_request_is_what_becomes_of_it() -> None:
    marked = {"destination": {"host": "gateway"}, "headers": {"request": {"set": {"branch": "x", "host": "a.b"}}}}
    taken = {"match": [{"headers": {"branch": {"exact": "x"}}}], "rewrite": {"uri": "/x"}, "route": [destination("x")]}
    [only] = route(virtual_service(taken, {"route": [marked]}))["rules"]
    assert only["shares"] == [
        {"percent": "100", "to": {"host": "x", "path": "/x", "app-version": "x", "asked as": "a.b"}}
    ]
    [refused] = route(
        virtual_service({**taken, "match": [{"headers": {"branch": {"exact": "y"}}}]}, {"route": [marked]})
    )["rules"]
    assert refused == {"refused": "no rule takes the branch x"}


def reference(name: str, **more: Any) -> Object:
    added = {"add": [{"name": "app-version", "value": name}]}
    return {
        "name": name,
        "port": 80,
        "filters": [{"type": "ResponseHeaderModifier", "responseHeaderModifier": added}],
        **more,
    }


def test_gateway_api_has_defaults_and_no_order_of_rules() -> None:
    test = {"matches": [{"headers": [{"name": "a", "value": "b"}]}], "backendRefs": [reference("x")]}
    spelled = {
        "matches": [{"headers": [{"type": "Exact", "name": "a", "value": "b"}]}],
        "backendRefs": [reference("x")],
    }
    others = {"backendRefs": [reference("y"), reference("z", weight=3)]}
    assert route(http_route(test, others)) == route(http_route(others, spelled))
    assert shares(http_route(others)) == [[("y", "25"), ("z", "75")]]
    assert route(http_route(others))["rules"][0]["shares"][0]["to"]["host"] == "y.b.svc.cluster.local"


def with_labels(labels: dict[str, str], **more: Any) -> Object:
    return assembled([{"kind": "Service", "metadata": {"name": "a", "labels": labels, **more}}], [])


def test_we_may_add_labels_and_nothing_may_be_written_as_nothing() -> None:
    assert differences(with_labels({"a": "b"}, annotations={}), with_labels({"a": "b", "c": "d"})) == []
    assert differences(with_labels({"a": "b"}), with_labels({"c": "d"})) == [
        "objects.Service /a.metadata.labels.a: only the chart has 'b'"
    ]


def _first(document: Object) -> Any:
    [routemap] = document["routemaps"].values()
    return routemap


CHANGES: dict[str, Callable[[Object], object]] = {
    "a weight": lambda chart: _first(chart)["versions"][0].update(weight=31),
    "a resource": lambda chart: _first(chart)["versions"][0]["resources"].pop(),
    "a host": lambda chart: _first(chart)["blue-green"]["ready 0 1"]["hosts"].pop(),
    "a gateway": lambda chart: _first(chart)["blue-green"]["ready 0 1"]["bound"].append("g"),
    "a share": lambda chart: _first(chart)["blue-green"]["ready 0 1"]["rules"][0]["shares"][0].update(percent="31"),
    "a Host": lambda chart: _first(chart)["blue-green"]["ready 0 -"]["rules"][0]["shares"][0]["to"]["set"].clear(),
    "a header": lambda chart: _first(chart)["blue-green"]["ready - -"]["rules"][0]["shares"][0]["to"].pop(
        "app-version"
    ),
    "a rule": lambda chart: _first(chart)["blue-green"]["ready - 1"]["rules"].clear(),
    "a set of ready versions": lambda chart: _first(chart)["blue-green"].pop("ready - -"),
    "a type": lambda chart: _first(chart)["blue-green"].update(gvrShort="httproute"),
    "a label of the routemap": lambda chart: _first(chart)["metadata"]["labels"].update({"iter8.tools/version": "v2"}),
    "an object": lambda chart: chart["objects"].popitem(),
    "an image": lambda chart: chart["objects"]["Service default/hello-0"]["spec"]["template"]["spec"].clear(),
    "an annotation": lambda chart: chart["objects"]["Service default/hello-0"]["metadata"].update(
        annotations={"a": "b"}
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_noticed(change: str, tmp_path: Path) -> None:
    same = ours(Case("", "hello", "default", VALUES), tmp_path)
    chart = copy.deepcopy(same)
    compare(Case("", "hello", "default", VALUES, chart), tmp_path)
    CHANGES[change](chart)
    with pytest.raises(AssertionError):
        compare(Case("", "hello", "default", VALUES, chart), tmp_path)


def test_an_error_of_the_chart_must_be_ours_too(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        compare(Case("", "hello", "default", VALUES, error="refused"), tmp_path)
