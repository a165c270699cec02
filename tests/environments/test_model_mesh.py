from pathlib import Path

import pytest

from cdk8s_iter8 import release_labels
from tests.support.answered import answered
from tests.support.istio_request import Request
from tests.support.released import Json, listed, objects, one, problems, route, values

NAME = "kserve-modelmesh-istio"
WHOLE: Json = {"predictor": {"model": {"modelFormat": {"name": "onnx"}, "storageUri": "s3://models/whole"}}}


def test_a_version_is_an_inference_service_of_the_model_mesh(tmp_path: Path) -> None:
    data = values(NAME, "none", {"metadata": {"annotations": {"a": "b"}}}, application={"modelFormat": "sklearn"})
    assert one(objects(tmp_path, data), "InferenceService", "app-0") == {
        "apiVersion": "serving.kserve.io/v1beta1",
        "kind": "InferenceService",
        "metadata": {
            "name": "app-0",
            "namespace": "default",
            "labels": {"iter8.tools/watch": "true", **release_labels("app")},
            "annotations": {"a": "b", "serving.kserve.io/deploymentMode": "ModelMesh"},
        },
        "spec": {"predictor": {"model": {"modelFormat": {"name": "sklearn"}, "storageUri": "s3://models/0"}}},
    }


def test_a_whole_inference_service_is_of_the_model_mesh_too(tmp_path: Path) -> None:
    emitted = objects(tmp_path, values(NAME, "none", {"inferenceServiceSpecification": {"spec": WHOLE}}))
    version = one(emitted, "InferenceService", "app-0")
    assert version["spec"] == WHOLE
    assert version["metadata"]["annotations"] == {"serving.kserve.io/deploymentMode": "ModelMesh"}


@pytest.mark.parametrize(("service", "port"), [({}, 8033), ({"service": {"port": 8008}}, 8008)])
@pytest.mark.parametrize("strategy", ["blue-green", "canary"])
def test_the_entry_is_a_service_entry(tmp_path: Path, strategy: str, service: Json, port: int) -> None:
    assert one(objects(tmp_path, values(NAME, strategy, **service)), "ServiceEntry", "app") == {
        "apiVersion": "networking.istio.io/v1beta1",
        "kind": "ServiceEntry",
        "metadata": {"name": "app", "namespace": "default", "labels": release_labels("app")},
        "spec": {
            "hosts": ["app.default", "app.default.svc", "app.default.svc.cluster.local"],
            "location": "MESH_INTERNAL",
            "ports": [{"number": port, "name": "http", "protocol": "HTTP"}],
            "resolution": "DNS",
            "workloadSelector": {"labels": {"modelmesh-service": "modelmesh-serving"}},
        },
    }


def test_without_route_there_is_no_entry(tmp_path: Path) -> None:
    emitted = objects(tmp_path, values(NAME, "none"))
    assert [manifest["kind"] for manifest in emitted] == ["ConfigMap", "InferenceService", "InferenceService"]


@pytest.mark.parametrize("strategy", ["blue-green", "canary"])
@pytest.mark.parametrize(
    ("service", "place"),
    [
        ({}, "modelmesh-serving.modelmesh-serving.svc.cluster.local:8033"),
        ({"service": {"host": "mesh.example.svc", "port": 8008}}, "mesh.example.svc:8008"),
    ],
)
def test_a_header_names_the_model(tmp_path: Path, strategy: str, service: Json, place: str) -> None:
    whole: Json = {"inferenceServiceSpecification": {"metadata": {"name": "other"}, "spec": WHOLE}}
    made = route(tmp_path, values(NAME, strategy, {}, whole, **service))
    places: dict[str, str] = {}
    for headers in ({}, {"traffic": "test"}):
        places |= answered(Request(authority="app.default", headers=headers), made).places
    assert places == {"app-0": f"{place} app.default / app-0", "other": f"{place} app.default / other"}


@pytest.mark.parametrize("weights", [(50, 0), (0, 50), (1, 0)])
def test_an_unready_version_leaves_no_destination_without_weight(tmp_path: Path, weights: tuple[int, int]) -> None:
    [rule] = route(tmp_path, values(NAME, "blue-green"), weights)["spec"]["http"]
    [destination] = rule["route"]
    assert destination["weight"] > 0


@pytest.mark.parametrize(("strategy", "weights"), [("none", None), ("canary", None), ("blue-green", 50)])
def test_routemaps_carry_weights_for_blue_green_only(tmp_path: Path, strategy: str, weights: int | None) -> None:
    versions = listed(objects(tmp_path, values(NAME, strategy)))
    assert [version.get("weight") for version in versions] == [weights, weights]


def test_the_gateway_stands_before_the_mesh(tmp_path: Path) -> None:
    made = route(tmp_path, values(NAME, "blue-green", gateway="mine"))
    assert made["spec"]["gateways"] == ["mine", "mesh"]


@pytest.mark.parametrize("key", ["runtime", "protocolVersion", "ports"])
def test_what_only_a_model_with_its_own_server_has_is_not_known(tmp_path: Path, key: str) -> None:
    given = {key: [{"containerPort": 1}] if key == "ports" else "x"}
    [in_application] = problems(tmp_path, values(NAME, "none", application=given))
    [in_version] = problems(tmp_path, values(NAME, "none", given))
    assert in_application.startswith(f"application.{key}: is not a known key; ")
    assert in_version.startswith(f"application.versions[0].{key}: is not a known key; ")


def test_a_model_needs_a_format(tmp_path: Path) -> None:
    assert problems(tmp_path, values(NAME, "none", {"modelFormat": None})) == [
        "application.versions[0].modelFormat: is missing: neither the version nor the application has one"
    ]
