"""Knative's local gateway for callers without a sidecar: an Envoy of its own, and the Gateway that it serves."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.stack import ports
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.envoy import Envoy
from tests.e2e.stack.knative import GATEWAY

NAMESPACE = "knative-serving"
LABELS = {"app": "ingress"}


@dataclass(frozen=True)
class LocalGateway:
    """The gateway's ports on loopback: for callers, and for administration."""

    port: int
    admin_port: int


@contextlib.contextmanager
def local_gateway(stack: Stack, directory: Path) -> Iterator[LocalGateway]:
    """Yields the gateway, at work."""
    port = ports.free()
    server = {"port": {"number": port, "name": "http", "protocol": "HTTP"}, "hosts": ["*"]}
    stack.kubectl("create", "namespace", NAMESPACE)
    stack.kubectl.apply(
        [
            {
                "apiVersion": "networking.istio.io/v1beta1",
                "kind": "Gateway",
                "metadata": {"name": GATEWAY, "namespace": NAMESPACE},
                "spec": {"selector": LABELS, "servers": [server]},
            }
        ]
    )
    envoy = Envoy("ingress", directory, stack.istiod.grpc_port, NAMESPACE, LABELS)
    try:
        envoy.process.start()
        yield LocalGateway(port, envoy.admin_port)
    finally:
        envoy.process.stop()
