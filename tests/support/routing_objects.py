"""The routing controller's objects, for tests."""

from typing import Any

import cdk8s

from cdk8s_iter8 import RoutingController, RoutingControllerValues
from tests.support.controller_objects import Object, only

ALL: Object = {
    "engine": "cdk8s-iter8",
    "name": "mine",
    "namespace": "routing-system",
    "clusterScoped": True,
    "image": "registry.example.com/cdk8s-iter8:0.1.0",
    "imagePullPolicy": "Always",
    "imagePullSecrets": [{"name": "pull"}],
    "replicas": 2,
    "logLevel": "debug",
    "logFormat": "json",
    "iter8Version": "v1.0",
    "resourceTypes": {"sts": {"Group": "apps", "Version": "v1", "Resource": "statefulsets", "applied": True}},
    "drainSeconds": 10,
    "port": 9001,
    "resources": {"requests": {"cpu": 1}, "limits": {"memory": "1Gi", "ephemeral-storage": "1Gi"}},
    "podLabels": {"sidecar.istio.io/inject": "false"},
    "podAnnotations": {"note": "x"},
    "nodeSelector": {"kubernetes.io/os": "linux"},
    "tolerations": [{"key": "a", "value": "b", "effect": "NoSchedule"}, {"operator": "Exists"}],
    "networkPolicy": {"enabled": True, "namespaces": ["monitoring"]},
    "podDisruptionBudget": {"enabled": True, "minAvailable": 1},
    "podMonitor": {"enabled": True, "interval": "30s", "labels": {"release": "prometheus"}},
}
CASES: dict[str, Object] = {
    "defaults": {},
    "every namespace": {"clusterScoped": True},
    "all values": ALL,
    "two replicas": {"replicas": 2},
}


def controller(app: cdk8s.App, values: Object | None = None, name: str = "routing-controller") -> RoutingController:
    return RoutingController(app, name, values=RoutingControllerValues.model_validate(values or {}, by_name=False))


def objects(app: cdk8s.App, values: Object | None = None) -> list[Object]:
    result: list[Object] = controller(app, values).to_json()
    return result


def pod(among: list[Object]) -> Object:
    spec: Object = only("Deployment", among)["spec"]["template"]["spec"]
    return spec


def options(among: list[Object]) -> dict[str, Any]:
    """The options of the program, by name."""
    (container,) = pod(among)["containers"]
    return dict(argument.removeprefix("--").split("=", 1) for argument in container["args"])
