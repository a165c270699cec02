"""The ingress gateway: an Envoy that istiod configures, as a pod, for Knative's two Gateways."""

import json
from pathlib import Path
from typing import Any

from tests.e2e.stack import istiod, packages
from tests.e2e.stack.envoy import Envoy, address
from tests.e2e.stack.istiod import Istiod

IMAGE = "envoy"
LABELS = {"istio": "ingressgateway"}
ADMIN_PORT = 15090
"""Where Istio's proxy has its statistics for Prometheus; ours has all of its administration there."""
EXTERNAL_PORT, LOCAL_PORT = 8080, 8081


def program(directory: Path, control: Istiod) -> list[str]:
    """The command that stands for the gateway's image."""
    envoy = Envoy("gateway", directory, control.grpc_port, istiod.NAMESPACE, LABELS, istiod_address=control.address)
    bootstrap = envoy.bootstrap()
    del bootstrap["node"]["id"]
    bootstrap["admin"] = {"address": address(ADMIN_PORT, "0.0.0.0")}  # noqa: S104 (in the pod's own network)
    configuration = directory / "gateway.json"
    configuration.write_text(json.dumps(bootstrap, indent=1))
    options = ["--concurrency", "2", "--log-level", "warning", "--disable-hot-restart", "--skip-deprecated-logs"]
    return [str(packages.envoy()), "--config-path", str(configuration), *options]


def pod() -> dict[str, Any]:
    """The pod; istiod knows a proxy by its address."""
    node = f"router~$(POD_IP)~gateway.{istiod.NAMESPACE}~{istiod.NAMESPACE}.svc.cluster.local"
    container = {
        "name": "envoy",
        "image": IMAGE,
        "args": ["--service-node", node],
        "env": [{"name": "POD_IP", "valueFrom": {"fieldRef": {"fieldPath": "status.podIP"}}}],
        "ports": [
            {"containerPort": EXTERNAL_PORT},
            {"containerPort": LOCAL_PORT},
            {"name": "http-envoy-prom", "containerPort": ADMIN_PORT},
        ],
        "readinessProbe": {"httpGet": {"path": "/ready", "port": ADMIN_PORT}},
    }
    metadata = {"name": "gateway", "namespace": istiod.NAMESPACE, "labels": LABELS}
    spec = {"containers": [container], "terminationGracePeriodSeconds": 1}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec}
