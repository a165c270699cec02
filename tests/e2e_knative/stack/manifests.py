"""Knative's own objects, from the Go modules that publish them, with the configuration of the tests."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.stack import cache, modules
from tests.e2e_knative.stack.programs import PROGRAMS

Object = dict[str, Any]

SYSTEM = "knative-serving"
FILES = {
    "knative.dev/serving": (
        "config/core/100-namespace.yaml",
        "config/core/200-serviceaccount.yaml",
        "config/core/200-roles/*.yaml",
        "config/core/300-resources/*.yaml",
        "config/core/configmaps/*.yaml",
        "config/core/webhooks/*.yaml",
        "config/core/deployments/[!aw]*.yaml",
        "config/core/deployments/a*[!a].yaml",  # not the HorizontalPodAutoscalers: nothing measures for them
        "config/core/deployments/w*[!a].yaml",
        "config/core/999-cache.yaml",
    ),
    "knative.dev/networking": ("config/*.yaml",),
    "knative.dev/caching": ("config/*.yaml",),
    "knative.dev/net-gateway-api": (
        "config/200-clusterrole.yaml",
        "config/300-controller.yaml",
        "config/config-gateway.yaml",
        "third_party/istio/*.yaml",
    ),
}
"""Per Go module the files under its directory."""

BUILT = "ko://"
"""What stands before the package of a program where its image will be named."""

CONFIGURATION: dict[str, dict[str, str]] = {
    "config-network": {"ingress-class": "gateway-api.ingress.networking.knative.dev"},
    "config-domain": {"example.com": ""},
    "config-deployment": {
        "registries-skipping-tag-resolving": "ghcr.io,example.com,knative.dev",
        "queue-sidecar-image": "knative.dev/serving/cmd/queue",
        "progress-deadline": "600s",
    },
    "config-autoscaler": {"stable-window": "6s", "scale-to-zero-grace-period": "6s"},
    "config-observability": {"metrics-protocol": "prometheus", "request-metrics-protocol": "prometheus"},
}
"""The values that differ from Knative's own: a scale to zero is to be seen in seconds."""

CLIENT_LIMITS = [{"name": "KUBE_API_QPS", "value": "200"}, {"name": "KUBE_API_BURST", "value": "400"}]
"""Else ten ksvcs at once take twice as long."""

INGRESS_GATEWAY = {
    "apiVersion": "v1",
    "kind": "Service",
    "metadata": {"name": "istio-ingressgateway", "namespace": "istio-system"},
    "spec": {"selector": {"istio": "ingressgateway"}, "ports": [{"name": "http2", "port": 80, "targetPort": 8080}]},
}


def objects() -> list[Object]:
    """All of them; those that others need first."""
    manifests = [changed(item) for item in _published() if "HorizontalPodAutoscaler" not in item["kind"]]
    kinds = ("Namespace", "CustomResourceDefinition", "ServiceAccount", "ClusterRole", "Role")
    return sorted(
        [*manifests, INGRESS_GATEWAY],
        key=lambda item: kinds.index(item["kind"]) if item["kind"] in kinds else len(kinds),
    )


def _published() -> list[Object]:
    """As the modules have them, kept in the cache, since Go takes seconds to say where a module is."""
    cached = cache.keyed_by([PROGRAMS.directory / "go.mod", PROGRAMS.directory / "go.sum"]) / "knative.json"
    if not cached.exists():
        items = list(_read())
        cached.parent.mkdir(parents=True, exist_ok=True)
        unfinished = cached.with_name(f".{cached.name}.{os.getpid()}")
        unfinished.write_text(json.dumps(items))
        unfinished.rename(cached)
    manifests: list[Object] = json.loads(cached.read_text())
    return manifests


def _read() -> Iterator[Object]:
    for module, patterns in FILES.items():
        source = modules.directory(PROGRAMS.directory, module)
        for pattern in patterns:
            for file in sorted(source.glob(pattern)):
                yield from _documents(file)


def _documents(file: Path) -> Iterator[Object]:
    yield from (item for item in yaml.safe_load_all(file.read_text()) if item)


def changed(item: Object) -> Object:
    """An object with our configuration in place of its own."""
    name = item["metadata"]["name"]
    if item["kind"] == "ConfigMap":
        item["metadata"].pop("annotations", None)
        own = {key: value for key, value in (item.get("data") or {}).items() if key != "_example"}
        item["data"] = {**own, **CONFIGURATION.get(name, {})}
    if item["kind"] == "Deployment":
        for container in item["spec"]["template"]["spec"]["containers"]:
            container["image"] = container["image"].removeprefix(BUILT)
            container["env"] += CLIENT_LIMITS
    if item["kind"] == "Image":
        item["spec"]["image"] = item["spec"]["image"].removeprefix(BUILT)
    if item["kind"] == "Gateway":
        listeners = item["spec"]["listeners"]
        item["spec"]["listeners"] = [listener for listener in listeners if listener["protocol"] != "TLS"]
    return item
