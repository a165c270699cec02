from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8 import release_labels
from tests.support.answered import answered
from tests.support.istio_request import Request
from tests.support.released import Json, listed, objects, one, problems, route, values

WHOLE: Json = {
    "predictor": {
        "minReplicas": 2,
        "hostIPC": False,
        "model": {
            "modelFormat": {"name": "sklearn", "version": "1"},
            "storageUri": "s3://models/whole",
            "args": ["--debug"],
            "env": [{"name": "A", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k", "optional": True}}}],
            "resources": {"limits": {"cpu": "2", "memory": "1Gi"}, "requests": {"cpu": "100m"}},
            "ports": [{"name": "h2c", "containerPort": 9000, "hostIP": "192.0.2.1", "protocol": "TCP"}],
            "readinessProbe": {"httpGet": {"path": "/", "port": 8080}, "periodSeconds": 3},
            "volumeMounts": [{"name": "scratch", "mountPath": "/scratch"}],
        },
        "nodeSelector": {"disk": "ssd"},
        "tolerations": [{"key": "gpu", "operator": "Exists", "effect": "NoSchedule"}],
        "volumes": [{"name": "scratch", "emptyDir": {"sizeLimit": "1Gi"}}],
        "containers": [{"name": "kserve-container", "image": "example/sidecar", "securityContext": {"runAsUser": 0}}],
    },
    "transformer": {
        "containers": [{"name": "t", "image": "example/t", "env": [{"name": "STORAGE_URI", "value": "x"}]}]
    },
}


def test_a_version_is_an_inference_service(tmp_path: Path) -> None:
    data = values(
        "kserve",
        "none",
        {},
        {"modelFormat": "onnx", "runtime": "own", "protocolVersion": "v1", "ports": [{"containerPort": 9001}]},
        application={
            "modelFormat": "sklearn",
            "runtime": "kserve-mlserver",
            "protocolVersion": "v2",
            "ports": [{"name": "h2c", "containerPort": 9000, "protocol": "TCP"}],
        },
    )
    del data["application"]["versions"][0]["modelFormat"]
    emitted = objects(tmp_path, data)
    assert one(emitted, "InferenceService", "app-0") == {
        "apiVersion": "serving.kserve.io/v1beta1",
        "kind": "InferenceService",
        "metadata": {
            "name": "app-0",
            "namespace": "default",
            "labels": {"iter8.tools/watch": "true", **release_labels("app")},
        },
        "spec": {
            "predictor": {
                "minReplicas": 1,
                "model": {
                    "modelFormat": {"name": "sklearn"},
                    "runtime": "kserve-mlserver",
                    "storageUri": "s3://models/0",
                    "protocolVersion": "v2",
                    "ports": [{"name": "h2c", "containerPort": 9000, "protocol": "TCP"}],
                },
            }
        },
    }
    assert one(emitted, "InferenceService", "app-1")["spec"]["predictor"]["model"] == {
        "modelFormat": {"name": "onnx"},
        "runtime": "own",
        "storageUri": "s3://models/0",
        "protocolVersion": "v1",
        "ports": [{"containerPort": 9001}],
    }


def test_every_field_of_an_inference_service_is_kept(tmp_path: Path) -> None:
    emitted = objects(tmp_path, values("kserve", "none", {"inferenceServiceSpecification": {"spec": WHOLE}}))
    assert one(emitted, "InferenceService", "app-0")["spec"] == WHOLE


@pytest.mark.parametrize("strategy", ["none", "blue-green", "canary"])
def test_the_entry_is_an_alias_of_knatives_local_gateway(tmp_path: Path, strategy: str) -> None:
    entry = one(objects(tmp_path, values("kserve", strategy)), "Service", "app")
    assert entry["spec"] == {
        "externalName": "knative-local-gateway.istio-system.svc.cluster.local",
        "sessionAffinity": "None",
        "type": "ExternalName",
    }


@pytest.mark.parametrize(
    ("strategy", "weights", "resources"),
    [
        ("none", [None, None], ["isvc"]),
        ("canary", [50, 50], ["isvc"]),
        ("blue-green", [50, 50], ["cm", "isvc"]),
    ],
)
def test_routemaps_carry_weights_for_canary_too(
    tmp_path: Path, strategy: str, weights: list[int | None], resources: list[str]
) -> None:
    versions = listed(objects(tmp_path, values("kserve", strategy)))
    assert [version.get("weight") for version in versions] == weights
    assert [[resource["gvrShort"] for resource in version["resources"]] for version in versions] == [
        resources,
        resources,
    ]


@pytest.mark.parametrize("strategy", ["blue-green", "canary"])
def test_the_route_is_bound_to_knatives_gateways_only(tmp_path: Path, strategy: str) -> None:
    assert route(tmp_path, values("kserve", strategy, gateway="mine"))["spec"]["gateways"] == [
        "knative-serving/knative-ingress-gateway",
        "knative-serving/knative-local-gateway",
        "mesh",
    ]


@pytest.mark.parametrize(
    ("name", "predictor"),
    [("kserve", "predictor"), ("kserve-0.11", "predictor"), ("kserve-0.10", "predictor-default")],
)
@pytest.mark.parametrize("strategy", ["blue-green", "canary"])
def test_requests_reach_each_model_by_its_host_and_path(
    tmp_path: Path, name: str, predictor: str, strategy: str
) -> None:
    placed: Json = {"metadata": {"name": "far", "namespace": "beta"}, "spec": WHOLE}
    data = values(name, strategy, {}, {"inferenceServiceSpecification": placed})
    gateway = "knative-local-gateway.istio-system.svc.cluster.local"
    headers = {"traffic": "test"}
    places: dict[str, str] = {}
    for request in (Request(authority="app.default"), Request(authority="app.default", headers=headers)):
        places |= answered(request, route(tmp_path, data)).places
    assert places == {
        "app-0": f"{gateway} app-0-{predictor}.default.svc.cluster.local /v2/models/app-0/infer",
        "far": f"{gateway} far-{predictor}.beta.svc.cluster.local /v2/models/far/infer",
    }


def test_a_marked_request_loses_its_mark(tmp_path: Path) -> None:
    rules = route(tmp_path, values("kserve", "blue-green"))["spec"]["http"]
    assert [rule["name"] for rule in rules] == ["app-0", "app-1", "split"]
    for rule in rules[:2]:
        [destination] = rule["route"]
        assert rule["match"] == [{"headers": {"branch": {"exact": rule["name"]}}}]
        assert destination["headers"]["request"]["remove"] == ["branch"]


def test_the_branch_of_an_unready_candidate_is_not_there(tmp_path: Path) -> None:
    made = route(tmp_path, values("kserve", "blue-green"), (50, 0))
    marked = Request(authority="app.default", headers={"branch": "app-1"})
    assert answered(marked, made).shares == {"app-0": 100}


LONG = "m" * 54


@pytest.mark.parametrize(
    ("name", "version", "problem"),
    [
        ("kserve", {"storageUri": None, "runtime": "r"}, "needs either storageUri or inferenceServiceSpecification"),
        (
            "kserve",
            {"inferenceServiceSpecification": {"spec": WHOLE}, "storageUri": "s3://m"},
            "needs either storageUri or inferenceServiceSpecification",
        ),
        ("kserve", {"storageUri": 7}, "storageUri: 7 is not a string that is not empty (quote numbers)"),
        (
            "kserve",
            {"ports": [{"containerPort": 0}]},
            "ports[0].containerPort: 0 is not a port (an integer from 1 to 65535)",
        ),
        (
            "kserve",
            {"ports": [{"containerPort": 1, "protocol": "HTTP"}]},
            "ports[0].protocol: 'HTTP' is not one of TCP, UDP, SCTP",
        ),
        ("kserve", {"modelFormat": None}, "modelFormat: is missing: neither the version nor the application has one"),
        (
            "kserve",
            {"metadata": {"name": LONG}},
            f"'{LONG}-predictor', its server's name, has 64 characters, at most 63 are possible",
        ),
        (
            "kserve-0.10",
            {"metadata": {"name": LONG[:46]}},
            f"'{LONG[:46]}-predictor-default', its server's name, has 64 characters, at most 63 are possible",
        ),
        (
            "kserve",
            {"inferenceServiceSpecification": {"spec": {"predictor": {"modle": {}}}}},
            "inferenceServiceSpecification.spec.predictor.modle: is not a known key; did you mean 'model'?",
        ),
    ],
)
def test_what_values_have_wrong(tmp_path: Path, name: str, version: Json, problem: str) -> None:
    [message] = problems(tmp_path, values(name, "none", version))
    assert message.removeprefix("application.versions[0]").removeprefix(".").removeprefix(": ") == problem


def test_a_model_format_may_be_in_the_whole_object(tmp_path: Path) -> None:
    data: Any = values("kserve", "none", {"inferenceServiceSpecification": {"spec": WHOLE}})
    assert problems(tmp_path, data) == []
