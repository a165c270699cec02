"""The checker must notice what a cluster would refuse or silently drop."""

import copy
from typing import Any

import pytest

from crds.strict_schema import FILLED, crds
from tests.support.object_schema import UnknownKindError, validate_object

Object = dict[str, Any]

KSVC: Object = {
    "apiVersion": "serving.knative.dev/v1",
    "kind": "Service",
    "metadata": {"name": "hello-0", "namespace": "default", "labels": {"iter8.tools/watch": "true"}},
    "spec": {
        "template": {
            "metadata": {"annotations": {"autoscaling.knative.dev/min-scale": "1"}},
            "spec": {
                "affinity": {"podAntiAffinity": {}},
                "containers": [
                    {
                        "image": "example.com/hello:1",
                        "ports": [{"containerPort": 80}],
                        "env": [{"name": "TARGET", "value": "v1"}],
                        "resources": {"limits": {"cpu": 1, "memory": "64Mi"}},
                        "readinessProbe": {"httpGet": {"port": "http", "path": "/"}},
                    }
                ],
                "volumes": [{"name": "scratch", "emptyDir": {"sizeLimit": "1Gi"}}],
            },
        }
    },
}
VIRTUAL_SERVICE: Object = {
    "apiVersion": "networking.istio.io/v1beta1",
    "kind": "VirtualService",
    "metadata": {"name": "hello"},
    "spec": {
        "hosts": ["hello.default"],
        "http": [
            {
                "match": [{"headers": {"traffic": {"exact": "test"}}}],
                "route": [{"destination": {"host": "hello-0", "port": {"number": 80}}, "weight": 30}],
            }
        ],
    },
}
HTTP_ROUTE: Object = {
    "apiVersion": "gateway.networking.k8s.io/v1",
    "kind": "HTTPRoute",
    "metadata": {"name": "hello"},
    "spec": {"rules": [{"backendRefs": [{"name": "hello-0", "port": 80, "weight": 30}]}]},
}
INFERENCE_SERVICE: Object = {
    "apiVersion": "serving.kserve.io/v1beta1",
    "kind": "InferenceService",
    "metadata": {"name": "wisdom-0"},
    "spec": {
        "predictor": {
            "minReplicas": 1,
            "model": {"modelFormat": {"name": "sklearn"}, "storageUri": "s3://models/1"},
            "volumes": [{"name": "scratch", "emptyDir": {"sizeLimit": "1Gi"}}],
        }
    },
}
SERVICE_ENTRY: Object = {
    "apiVersion": "networking.istio.io/v1beta1",
    "kind": "ServiceEntry",
    "metadata": {"name": "hello"},
    "spec": {"hosts": ["hello.example"], "ports": [{"number": 80, "name": "http"}], "resolution": "STATIC"},
}
DEPLOYMENT: Object = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "hello-0", "creationTimestamp": None},
    "spec": {
        "selector": {"matchLabels": {"app": "hello-0"}},
        "template": {
            "metadata": {"labels": {"app": "hello-0"}},
            "spec": {"containers": [{"name": "hello", "image": "example.com/hello:1"}]},
        },
    },
}
CONFIG_MAP: Object = {
    "apiVersion": "v1",
    "kind": "ConfigMap",
    "metadata": {"name": "hello-routemap"},
    "data": {"strSpec": "versions: []"},
}
ROLE: Object = {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "ClusterRole",
    "metadata": {"name": "iter8"},
    "rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}],
}
VALID = [KSVC, VIRTUAL_SERVICE, HTTP_ROUTE, INFERENCE_SERVICE, SERVICE_ENTRY, DEPLOYMENT, CONFIG_MAP, ROLE]


@pytest.mark.parametrize("valid", VALID, ids=lambda obj: obj["kind"])
def test_a_valid_object_has_no_errors(valid: Object) -> None:
    assert validate_object(valid) == []


@pytest.mark.parametrize(
    ("valid", "path"),
    [
        (KSVC, "spec"),
        (KSVC, "metadata"),
        (KSVC, "spec.template"),
        (KSVC, "spec.template.metadata"),
        (KSVC, "spec.template.spec"),
        (KSVC, "spec.template.spec.affinity.podAntiAffinity"),
        (KSVC, "spec.template.spec.containers.0"),
        (KSVC, "spec.template.spec.containers.0.ports.0"),
        (KSVC, "spec.template.spec.containers.0.env.0"),
        (KSVC, "spec.template.spec.containers.0.readinessProbe.httpGet"),
        (KSVC, "spec.template.spec.volumes.0.emptyDir"),
        (VIRTUAL_SERVICE, "spec.http.0.route.0.destination.port"),
        (VIRTUAL_SERVICE, "spec.http.0.match.0.headers.traffic"),
        (HTTP_ROUTE, "spec.rules.0.backendRefs.0"),
        (HTTP_ROUTE | {"apiVersion": "gateway.networking.k8s.io/v1beta1"}, "spec.rules.0"),
        (INFERENCE_SERVICE, "spec.predictor.model.modelFormat"),
        (INFERENCE_SERVICE, "spec.predictor.volumes.0.emptyDir"),
        (SERVICE_ENTRY, "spec.ports.0"),
        (DEPLOYMENT, "spec.template.spec.containers.0"),
        (CONFIG_MAP, ""),
        (ROLE, "rules.0"),
    ],
)
def test_a_misspelt_field_is_an_error_at_its_place(valid: Object, path: str) -> None:
    bad = copy.deepcopy(valid)
    place: Any = bad
    for step in filter(None, path.split(".")):
        place = place[int(step) if step.isdigit() else step]
    place["misspelt"] = {}
    [error] = validate_object(bad)
    assert "'misspelt' was unexpected" in error
    assert error.split(":")[0].replace("[", ".").replace("]", "") == (path or "$")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"metadata": {}}, 'metadata: "name" is a required property'),
        ({"spec": {"rules": []}}, "spec: Additional properties are not allowed ('rules' was unexpected)"),
        ({"status": {}}, "$: Additional properties are not allowed ('status' was unexpected)"),
        (
            {"metadata": {"name": "x", "labels": {"weight": 1}}},
            'metadata.labels.weight: 1 is not of type "string"',
        ),
    ],
)
def test_a_wrong_value_is_an_error(change: Object, error: str) -> None:
    assert validate_object(KSVC | change) == [error]


def test_a_quantity_must_be_one() -> None:
    bad = copy.deepcopy(DEPLOYMENT)
    bad["spec"]["template"]["spec"]["containers"][0]["resources"] = {"limits": {"memory": "1GB"}}
    [error] = validate_object(bad)
    assert error.startswith('spec.template.spec.containers[0].resources.limits.memory: "1GB" does not match')


def test_all_errors_are_reported() -> None:
    assert len(validate_object(KSVC | {"status": {}, "metadata": {}})) == 2


@pytest.mark.parametrize("key", [("example.com/v1", "Thing"), ("apps.example.com/v1", "Deployment"), ("", "")])
def test_an_unknown_kind_is_not_valid_by_default(key: tuple[str, str]) -> None:
    with pytest.raises(UnknownKindError, match=r"no schema of"):
        validate_object({"apiVersion": key[0], "kind": key[1]})


def test_every_place_that_knative_leaves_open_is_filled() -> None:
    key = ("serving.knative.dev/v1", "Service")
    assert sorted(_open_places(crds()[key], "")) == sorted(FILLED[key])


def _open_places(schema: Object, path: str) -> list[str]:
    if schema.get("x-kubernetes-preserve-unknown-fields"):
        return [path]
    places = [] if "items" not in schema else _open_places(schema["items"], path + "[]")
    for name, sub in schema.get("properties", {}).items():
        places += _open_places(sub, f"{path}.{name}".lstrip("."))
    return places
