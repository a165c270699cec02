"""Routemaps and objects of versions, as the engine's tests have them."""

from typing import Any

import yaml

from cdk8s_iter8.cluster.keys import GVR, Object
from cdk8s_iter8.engine.config import Config, read_config
from cdk8s_iter8.engine.settings import Settings
from cdk8s_iter8.validation.source import parse

CONFIG = """
clusterScoped: true
resourceTypes:
  cm: {Group: "", Version: v1, Resource: configmaps}
  svc: {Group: "", Version: v1, Resource: services}
  service: {Group: "", Version: v1, Resource: services}
  deploy: {Group: apps, Version: v1, Resource: deployments, conditions: [Available]}
  ksvc: {Group: serving.knative.dev, Version: v1, Resource: services, conditions: [Ready]}
  vs: {Group: networking.istio.io, Version: v1beta1, Resource: virtualservices}
  httproute: {Group: gateway.networking.k8s.io, Version: v1, Resource: httproutes}
"""
KSVC = GVR("serving.knative.dev", "v1", "services")
VS = GVR("networking.istio.io", "v1beta1", "virtualservices")
CM = GVR("", "v1", "configmaps")

TEMPLATE = """
apiVersion: networking.istio.io/v1beta1
kind: VirtualService
metadata:
  name: hello
spec:
  hosts: [hello]
  http:
  - route:
    {{- if gt (index .Weights 0) 0 }}
    - destination: {host: hello-0}
      weight: {{ index .Weights 0 }}
    {{- end }}
    {{- if gt (index .Weights 1) 0 }}
    - destination: {host: hello-1}
      weight: {{ index .Weights 1 }}
    {{- end }}
"""


def config(text: str = CONFIG) -> Config:
    return read_config(parse(text, "config.yaml"))


def settings(**more: Any) -> Settings:
    given: dict[str, Any] = {
        "config": config(),
        "pod": "pod-0",
        "namespace": "system",
        "iter8_version": "v1.1",
        "drain_seconds": 0.05,
        "lease": "cdk8s-iter8",
        "host": "127.0.0.1",
        "port": 0,
    }
    return Settings(**{**given, **more})


def version(name: str, weight: int | None = None, namespace: str = "default") -> Object:
    resources = [
        {"gvrShort": "cm", "name": f"{name}-weight-config", "namespace": namespace},
        {"gvrShort": "ksvc", "name": name, "namespace": namespace},
    ]
    return {"resources": resources, **({} if weight is None else {"weight": weight})}


def spec(*templates: tuple[str, str], versions: list[Object] | None = None) -> str:
    """`strSpec` with two versions of 30 and 70; templates as short name and text, by default the one above."""
    data: Object = {"versions": versions or [version("hello-0", 30), version("hello-1", 70)]}
    given = templates or (("vs", TEMPLATE),)
    data["routingTemplates"] = {str(index): {"gvrShort": a, "template": b} for index, (a, b) in enumerate(given)}
    return yaml.safe_dump(data)


def routemap(text: str, name: str = "hello-routemap", **metadata: Any) -> Object:
    labels = {"iter8.tools/kind": "routemap", "iter8.tools/version": "v1.1"}
    return {
        "metadata": {"name": name, "namespace": "default", "uid": "uid-routemap", "labels": labels, **metadata},
        "data": {"strSpec": text},
    }


def ksvc(name: str, ready: str = "True", **metadata: Any) -> Object:
    labels = {"iter8.tools/watch": "true"}
    conditions = [{"type": "Ready", "status": ready}]
    return {
        "metadata": {"name": name, "namespace": "default", "uid": f"uid-{name}", "labels": labels, **metadata},
        "status": {"conditions": conditions},
    }


def weight_config(name: str, weight: str) -> Object:
    metadata = {
        "name": f"{name}-weight-config",
        "namespace": "default",
        "uid": f"uid-{name}-cm",
        "labels": {"iter8.tools/watch": "true"},
        "annotations": {"iter8.tools/weight": weight},
    }
    return {"metadata": metadata}
