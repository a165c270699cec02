"""Pods, since none runs here: echoes on loopback that the Services of the release select."""

from dataclasses import dataclass, field
from typing import Any

from tests.e2e.stack import ports
from tests.e2e.stack.api import API
from tests.e2e.stack.echo import Echo, Echoes


@dataclass
class Pods:
    """One pod for each workload; a Service reaches it by its own selector and target port."""

    api: API
    echoes: Echoes
    running: dict[tuple[str, str], Echo] = field(default_factory=dict)

    def run(self, namespace: str, name: str, labels: dict[str, str], port: int, *service_ports: str) -> Echo:
        """The workload's pod: it listens on `port` of an address of its own and answers as `name`.

        For a Service whose target is a port by name, `service_ports` has the names of its port and of its target,
        since a WorkloadEntry has no ports of containers.
        """
        if (namespace, name) not in self.running:
            echo = Echo(answers_for=lambda _: name)
            address = ports.address(port)
            self.echoes.serve(echo, address, port)
            self.api.create("we", namespace, workload_entry(f"{name}-pod", address, labels, service_ports, port))
            self.running[namespace, name] = echo
        return self.running[namespace, name]


def workload_entry(
    name: str, address: str, labels: dict[str, str], service_ports: tuple[str, ...] = (), port: int = 0
) -> dict[str, Any]:
    """An endpoint outside Kubernetes with a pod's labels: Services that select them send requests to it."""
    return {
        "apiVersion": "networking.istio.io/v1beta1",
        "kind": "WorkloadEntry",
        "metadata": {"name": name, "labels": labels},
        "spec": {"address": address, "labels": labels, "ports": dict.fromkeys(service_ports, port)},
    }
