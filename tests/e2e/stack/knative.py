"""What Knative would do for its Services, since it does not run here: the local gateway, the Service of each ksvc."""

from dataclasses import dataclass, field

from tests.e2e.stack import istiod, ports
from tests.e2e.stack.api import API
from tests.e2e.stack.echo import Echo
from tests.e2e.stack.pods import Pods, workload_entry

GATEWAY = "knative-local-gateway"
GATEWAY_HOST = f"{GATEWAY}.{istiod.NAMESPACE}.svc.cluster.local"
GATEWAY_TARGET_PORT = 8081
QUEUE_PROXY_PORT = 8012
"""Where the queue-proxy container of a Knative pod takes plain HTTP."""


@dataclass
class Knative:
    """Knative's stand-in.

    As in Knative, the Service of every ksvc is an ExternalName to the one local gateway, which knows the versions by
    the Host of a request alone; so a lost rewrite of the Host is seen.
    """

    api: API
    pods: Pods
    gateway: Echo = field(init=False)
    versions: dict[str, str] = field(default_factory=dict)
    """The name of a ksvc by its host."""

    def __post_init__(self) -> None:
        self.gateway = Echo(answers_for=self.versions.get)
        address = ports.address(GATEWAY_TARGET_PORT)
        self.pods.echoes.serve(self.gateway, address, GATEWAY_TARGET_PORT)
        labels = {"istio": GATEWAY}
        port = {"name": "http", "port": 80, "targetPort": GATEWAY_TARGET_PORT}
        service = {"metadata": {"name": GATEWAY}, "spec": {"selector": labels, "ports": [port]}}
        self.api.create("svc", istiod.NAMESPACE, service)
        self.api.create("we", istiod.NAMESPACE, workload_entry(GATEWAY, address, labels))

    def serve(self, namespace: str, name: str) -> None:
        """The Service that Knative makes for a ksvc, unless it is there."""
        if host(namespace, name) in self.versions:
            return
        self.versions[host(namespace, name)] = name
        port = {"name": "http2", "port": 80, "targetPort": 80}
        spec = {"type": "ExternalName", "externalName": GATEWAY_HOST, "ports": [port]}
        self.api.create("svc", namespace, {"metadata": {"name": name}, "spec": spec})

    def pod(self, namespace: str, name: str) -> Echo:
        """A pod of a ksvc's newest revision, with its queue-proxy, for Services that select it."""
        ksvc = self.api.get("ksvc", namespace, name)
        assert ksvc is not None, f"no ksvc {name}"
        labels = ksvc["spec"]["template"].get("metadata", {}).get("labels", {})
        labels = {**labels, "serving.knative.dev/service": name}
        return self.pods.run(namespace, name, labels, QUEUE_PROXY_PORT, "http", "queue-port")

    def remove(self, namespace: str, name: str) -> None:
        """What follows the deletion of a ksvc: its Service goes, and the gateway forgets its host."""
        self.versions.pop(host(namespace, name), None)
        self.api.delete("svc", namespace, name)


def host(namespace: str, name: str) -> str:
    """The host of a Service inside the cluster."""
    return f"{name}.{namespace}.svc.cluster.local"
