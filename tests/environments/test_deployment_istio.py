from pathlib import Path

import pytest

from cdk8s_iter8 import release_labels
from cdk8s_iter8.template import evaluate
from tests.support.answered import answered
from tests.support.istio_request import Request
from tests.support.released import Json, listed, objects, one, planned, problems, values

SPEC = {"selector": {"app": "app-0"}, "ports": [{"port": 8080, "name": "http"}, {"port": 9090, "name": "metrics"}]}


@pytest.mark.parametrize("strategy", ["none", "blue-green", "canary", "mirror"])
def test_the_entry_is_an_external_name_with_every_strategy(tmp_path: Path, strategy: str) -> None:
    emitted = objects(tmp_path, values("deployment-istio", strategy))
    assert one(emitted, "Service", "app") == {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": "app", "namespace": "default", "labels": release_labels("app")},
        "spec": {
            "externalName": "istio-ingressgateway.istio-system.svc.cluster.local",
            "sessionAffinity": "None",
            "type": "ExternalName",
        },
    }


def test_the_external_name_is_a_value(tmp_path: Path) -> None:
    service = {"externalName": "gateway.example.svc.cluster.local"}
    emitted = objects(tmp_path, values("deployment-istio", "blue-green", service=service))
    assert one(emitted, "Service", "app")["spec"]["externalName"] == "gateway.example.svc.cluster.local"


@pytest.mark.parametrize("strategy", ["blue-green", "mirror"])
def test_a_weight_config_is_the_first_resource_of_every_version(tmp_path: Path, strategy: str) -> None:
    emitted = objects(tmp_path, values("deployment-istio", strategy, {"weight": 40}, {"weight": 60}))
    for name, weight, version in zip(("app-0", "app-1"), (40, 60), listed(emitted), strict=True):
        assert version["weight"] == weight
        assert [(resource["gvrShort"], resource["name"]) for resource in version["resources"]] == [
            ("cm", f"{name}-weight-config"),
            ("svc", name),
            ("deploy", name),
        ]
        annotations = one(emitted, "ConfigMap", f"{name}-weight-config")["metadata"]["annotations"]
        assert annotations == {"iter8.tools/weight": str(weight)}


def test_a_canarys_routemap_has_no_weights(tmp_path: Path) -> None:
    emitted = objects(tmp_path, values("deployment-istio", "canary"))
    assert [sorted(version) for version in listed(emitted)] == [["resources"], ["resources"]]


def test_requests_go_to_the_services_themselves(tmp_path: Path) -> None:
    data = values("deployment-istio", "blue-green", {"port": 8000}, {"metadata": {"name": "next", "namespace": "beta"}})
    route = evaluate(planned(tmp_path, data).template(), [50, 50])
    assert isinstance(route, dict)
    assert answered(Request(authority="app.default"), route).places == {
        "app-0": "app-0.default.svc.cluster.local:8000 app.default /",
        "next": "next.beta.svc.cluster.local:80 app.default /",
    }


def test_copies_go_to_the_candidates_services(tmp_path: Path) -> None:
    data = values("deployment-istio", "mirror", {}, {"weight": 100}, {"weight": 25, "port": 81})
    assert not [manifest for manifest in objects(tmp_path, data) if manifest["metadata"]["name"].endswith("-mirror")]
    route = evaluate(planned(tmp_path, data).template(), [50, 100, 25])
    assert isinstance(route, dict)
    assert answered(Request(authority="app.default"), route).mirrors == {
        "app-1.default.svc.cluster.local:80": 100,
        "app-2.default.svc.cluster.local:81": 25,
    }


def test_a_primary_that_is_not_ready_still_answers_while_candidates_get_copies(tmp_path: Path) -> None:
    route = evaluate(planned(tmp_path, values("deployment-istio", "mirror")).template(), [0, 50])
    assert isinstance(route, dict)
    assert answered(Request(authority="app.default"), route).shares == {"app-0": 100}


@pytest.mark.parametrize(
    ("version", "port"),
    [({}, 8080), ({"port": 9090}, 9090), ({"port": 8080}, 8080), ({"port": 7070}, 8080)],
    ids=["the Service's first", "the one that is named", "the first, named", "the first, if it lacks the one named"],
)
def test_requests_go_to_a_port_that_the_service_has(tmp_path: Path, version: Json, port: int) -> None:
    given = {**version, "serviceSpecification": {"spec": SPEC}}
    route = evaluate(planned(tmp_path, values("deployment-istio", "blue-green", given)).template(), [1])
    assert isinstance(route, dict)
    [place] = answered(Request(authority="app.default"), route).places.values()
    assert place.split()[0] == f"app-0.default.svc.cluster.local:{port}"


def test_a_service_named_like_the_application_is_refused(tmp_path: Path) -> None:
    given: Json = {"serviceSpecification": {"spec": SPEC, "metadata": {"name": "app"}}}
    assert problems(tmp_path, values("deployment-istio", "none", given)) == [
        (
            "application.versions[0].serviceSpecification.metadata.name: 'app' is the application's name, which its "
            "entry Service has; name the version otherwise"
        )
    ]


def test_a_percentage_of_more_than_100_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, values("deployment-istio", "mirror", {"weight": 200}, {"weight": 101})) == [
        (
            "application.versions[1].weight: 101 is not a percentage (an integer from 0 to 100): "
            "with strategy mirror it says how many of the requests are mirrored"
        )
    ]
