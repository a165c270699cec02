"""The controller's objects, for tests."""

from collections.abc import Iterable
from typing import Any

import cdk8s
import yaml

from cdk8s_iter8 import ControllerValues, Iter8Controller

Object = dict[str, Any]
ALL = {
    "name": "mine",
    "namespace": "iter8-system",
    "clusterScoped": True,
    "image": "registry.example.com/iter8:1.1.2",
    "imagePullPolicy": "IfNotPresent",
    "imagePullSecrets": [{"name": "pull"}],
    "replicas": 1,
    "logLevel": "trace",
    "defaultResync": "5m",
    "resourceTypes": {"sts": {"Group": "apps", "Version": "v1", "Resource": "statefulsets", "conditions": ["Ready"]}},
    "abn": {"port": 9000},
    "metrics": {"port": 9001, "implementation": "redis", "redis": {"passwordSecret": {"name": "redis", "key": "pw"}}},
    "resources": {"requests": {"cpu": 1}, "limits": {"memory": "1Gi", "ephemeral-storage": "1Gi"}},
    "podLabels": {"sidecar.istio.io/inject": "false"},
    "podAnnotations": {"note": "x"},
    "nodeSelector": {"kubernetes.io/os": "linux"},
    "tolerations": [{"key": "a", "value": "b", "effect": "NoSchedule"}, {"operator": "Exists"}],
    "networkPolicy": {"enabled": True, "namespaces": ["shop"]},
    "podDisruptionBudget": {"enabled": True, "minAvailable": "50%"},
}
CASES: dict[str, Object] = {
    "defaults": {},
    "every namespace": {"clusterScoped": True},
    "all values": ALL,
    "a password": {"metrics": {"implementation": "redis", "redis": {"password": "hunter2"}}},
    "open to all": {"networkPolicy": {"enabled": True}, "podDisruptionBudget": {"enabled": True}},
    "a class of storage": {"metrics": {"badgerdb": {"storage": 1024, "storageClassName": "fast", "dir": "/data"}}},
}


def controller(app: cdk8s.App, values: Object | None = None, name: str = "iter8-controller") -> Iter8Controller:
    return Iter8Controller(app, name, values=ControllerValues.model_validate(values or {}, by_name=False))


def objects(app: cdk8s.App, values: Object | None = None) -> list[Object]:
    result: list[Object] = controller(app, values).to_json()
    return result


def only(kind: str, among: Iterable[Object]) -> Object:
    (single,) = (manifest for manifest in among if manifest["kind"] == kind)
    return single


def pod(among: Iterable[Object]) -> Object:
    spec: Object = only("StatefulSet", among)["spec"]["template"]["spec"]
    return spec


def config_of(emitted: list[Object]) -> Object:
    config: Object = yaml.safe_load(only("ConfigMap", emitted)["data"]["config.yaml"])
    return config
