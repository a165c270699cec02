"""Values to compare the chart and this project with: every environment and strategy, and what values can vary."""

import copy
from collections.abc import Iterator
from typing import Any

from tests.comparison.route import Object

STRATEGIES = {
    "deployment": ("none",),
    "deployment-istio": ("none", "blue-green", "canary", "mirror"),
    "deployment-gtw": ("none", "blue-green", "canary"),
    "kserve": ("none", "blue-green", "canary"),
    "kserve-0.11": ("none", "blue-green", "canary"),
    "kserve-0.10": ("none", "blue-green", "canary"),
    "kserve-modelmesh-istio": ("none", "blue-green", "canary"),
    "knative-istio": ("blue-green",),
}
"""Those that the chart has."""
PAIRS = [(environment, strategy) for environment, strategies in STRATEGIES.items() for strategy in strategies]

CONTAINERS: Object = {"template": {"spec": {"containers": [{"image": "example.com/hello:2"}]}}}
MODEL: Object = {"predictor": {"model": {"modelFormat": {"name": "onnx"}, "storageUri": "s3://m/other"}}}
LABELLED: Object = {
    "labels": {"app.kubernetes.io/name": "shared", "a": "shared"},
    "annotations": {"example.com/note": "shared: {yes}", "b": "shared"},
}
UNKNOWN: Object = {
    "environment": "deployment-istio",
    "application": {"strategy": "green-blue", "versions": [{"image": "example.com/hello"}]},
}
UNWATCHED: Object = {
    "environment": "deployment-istio",
    "application": {
        "versions": [
            {
                "deploymentSpecification": {
                    "metadata": {"labels": {"iter8.tools/watch": "false"}},
                    "spec": {
                        "selector": {"matchLabels": {"a": "b"}},
                        "template": {
                            "metadata": {"labels": {"a": "b"}},
                            "spec": {"containers": [{"name": "a", "image": "example.com/hello"}]},
                        },
                    },
                },
            }
        ],
    },
}


def variations(environment: str, strategy: str) -> Iterator[tuple[str, str, Object]]:
    """Yields name, namespace and values of each case."""
    for count in (1, 2, 3, 4):
        yield f"{count} versions", "default", _values(environment, strategy, count)
    yield "namespace", "apps", _values(environment, strategy, 2)
    for name, change in CHANGES.items():
        values = _values(environment, strategy, 3)
        change(values)
        yield name, "default", values
    yield from _canaries(environment, strategy)
    yield from _specifications(environment, strategy)


def _values(environment: str, strategy: str, count: int) -> Object:
    if environment.startswith("kserve"):
        versions = [{"storageUri": f"s3://m/{index}"} for index in range(count)]
        shared: Object = {"modelFormat": "sklearn"}
        if "modelmesh" not in environment:
            shared["runtime"] = "kserve-mlserver"
    else:
        versions, shared = [{"image": f"example.com/hello:{index}"} for index in range(count)], {}
    if strategy == "canary" and count > 2:
        for index, version in enumerate(versions[1:], 1):
            _match(environment, version, [{"headers": {"candidate": {"exact": f"c{index}"}}}])
    return {"environment": environment, "application": {**shared, "versions": versions, "strategy": strategy}}


def _match(environment: str, version: Object, clauses: list[Any]) -> None:
    if environment != "deployment-gtw":
        version["match"] = clauses
        return
    version["matches"] = [
        {"headers": [{"name": name, "value": string["exact"]} for name, string in clause["headers"].items()]}
        for clause in clauses
    ]


def _weights(values: Object) -> None:
    for version, weight in zip(values["application"]["versions"], (20, 70, 1), strict=True):
        version["weight"] = weight


def _zero(values: Object) -> None:
    for version, weight in zip(values["application"]["versions"], (20, 70, 0), strict=True):
        if values["application"]["strategy"] != "canary":
            version["weight"] = weight


def _names(values: Object) -> None:
    values["application"]["metadata"] = {"name": "app", "namespace": "apps"}
    values["application"]["versions"][1]["metadata"] = {"name": "second"}


def _labels(values: Object) -> None:
    values["application"]["metadata"] = copy.deepcopy(LABELLED)
    values["application"]["versions"][1]["metadata"] = {"labels": {"a": "own", "c": "own"}, "annotations": {"b": "own"}}


def _namespaces(values: Object) -> None:
    values["application"]["versions"][1]["metadata"] = {"namespace": "there"}


def _gateway(values: Object) -> None:
    values["gateway"] = "public"


def _iter8_version(values: Object) -> None:
    values["iter8Version"] = "v9"


def _ports(values: Object) -> None:
    if values["environment"].startswith("kserve"):
        return
    values["application"]["port"] = 8080
    values["application"]["versions"][1]["port"] = 7070


def _models(values: Object) -> None:
    if not values["environment"].startswith("kserve"):
        return
    values["application"]["versions"][1]["modelFormat"] = "onnx"
    if "modelmesh" not in values["environment"]:
        values["application"] |= {"protocolVersion": "v2", "ports": [{"containerPort": 9000, "name": "h2c"}]}
        values["application"]["versions"][1] |= {"runtime": "other", "protocolVersion": "v1"}


def _mesh(values: Object) -> None:
    if values["environment"] == "kserve-modelmesh-istio":
        values["service"] = {"host": "mesh.models.svc.cluster.local", "port": 9999}


def _no_strategy(values: Object) -> None:
    if values["application"]["strategy"] == "none":
        del values["application"]["strategy"]


def _service_port(values: Object) -> None:
    if values["environment"].startswith("deployment"):
        service = {"spec": {"selector": {"app": "hello-1"}, "ports": [{"port": 8080}]}}
        values["application"]["versions"][1] |= {"port": 8080, "serviceSpecification": service}


def _other_service_port(values: Object) -> None:
    _service_port(values)
    values["application"]["versions"][1].pop("port", None)


CHANGES = {
    "service on another port": _other_service_port,
    "no strategy": _no_strategy,
    "service port": _service_port,
    "weights": _weights,
    "weight zero": _zero,
    "names": _names,
    "labels": _labels,
    "namespaces": _namespaces,
    "gateway": _gateway,
    "iter8 version": _iter8_version,
    "ports": _ports,
    "models": _models,
    "mesh": _mesh,
}


def _canaries(environment: str, strategy: str) -> Iterator[tuple[str, str, Object]]:
    if strategy != "canary":
        return
    several = [{"headers": {"a": {"exact": "1"}, "b": {"exact": "yes"}}}, {"headers": {"c": {"exact": "3"}}}]
    values = _values(environment, strategy, 2)
    _match(environment, values["application"]["versions"][1], several)
    yield "clauses", "default", values
    if environment == "deployment-gtw":
        values = _values(environment, strategy, 2)
        values["application"]["versions"][1]["match"] = several
        yield "clauses as Istio spells them", "default", values
        return
    headers: Object = {"headers": {"a": {"exact": "1"}}}
    for name, clauses in {
        "headers and more": [{**headers, "uri": {"prefix": "/a"}}, {**headers, "method": {"exact": "GET"}}],
        "without headers": [{"uri": {"prefix": "/a"}}],
        "with and without headers": [headers, {"uri": {"prefix": "/a"}}, {"method": {"regex": "G.*"}}],
    }.items():
        values = _values(environment, strategy, 2)
        values["application"]["versions"][1]["match"] = clauses
        yield name, "default", values
    values = _values(environment, strategy, 3)
    del values["application"]["versions"][1]["match"]
    yield "default match of two", "default", values


def _specifications(environment: str, strategy: str) -> Iterator[tuple[str, str, Object]]:
    metadata: Object = {"name": "mine", "labels": {"a": "nearest"}, "annotations": {"b": "nearest"}}
    pods: Object = {"selector": {"matchLabels": {"x": "z"}}, "template": {"metadata": {"labels": {"x": "z"}}}}
    whole: Object = {**pods, "template": {**pods["template"], **CONTAINERS["template"]}}
    whole["template"]["spec"] = {"containers": [{"name": "c", "image": "example.com/hello:2"}]}
    service: Object = {"selector": {"x": "z"}, "ports": [{"port": 80, "targetPort": 8080}]}
    given: Object = {
        "knative-istio": {"ksvcSpecification": CONTAINERS},
        "kserve": {"inferenceServiceSpecification": MODEL},
        "deployment": {"deploymentSpecification": whole, "serviceSpecification": service},
    }[environment.split("-", 1)[0] if environment != "knative-istio" else environment]
    for name, own in {"specification": {}, "specification with metadata": {"metadata": metadata}}.items():
        values = _values(environment, strategy, 2)
        values["application"]["metadata"] = copy.deepcopy(LABELLED)
        values["application"]["versions"][1] = {
            key: {**copy.deepcopy(own), "spec": copy.deepcopy(spec)} for key, spec in given.items()
        }
        yield name, "default", values
