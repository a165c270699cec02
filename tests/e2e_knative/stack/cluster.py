"""The whole stack: Kubernetes, Istio and Knative on one machine, in namespaces of its own."""

import contextlib
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.stack import build, crds
from tests.e2e.stack.api import API
from tests.e2e.stack.apiserver import DELETION, APIServer, controller_manager
from tests.e2e.stack.cluster import SERVICE_PORTS, Cluster, install, wait_for_definitions
from tests.e2e.stack.envoy import Envoy
from tests.e2e.stack.etcd import etcd
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.istiod import Istiod
from tests.e2e.stack.kubectl import Kubectl
from tests.e2e.stack.process import Process
from tests.e2e.stack.settled import Settled
from tests.e2e_knative.stack import gateway, manifests
from tests.e2e_knative.stack.node import ADDRESS, node
from tests.e2e_knative.stack.programs import MODULES

API_SERVER_FLAGS = (
    "--bind-address=0.0.0.0",
    f"--advertise-address={ADDRESS}",
    "--service-cluster-ip-range=10.96.0.0/16",
)
CONTROLLERS = (
    *DELETION,
    "deployment-controller",
    "replicaset-controller",
    "endpoints-controller",
    "endpointslice-controller",
    "endpointslice-mirroring-controller",  # Knative's public Services have Endpoints that Knative writes
    "serviceaccount-controller",
    "clusterrole-aggregation-controller",  # Knative's permissions are put together from several roles
)
LIMITS = ("--kube-api-qps=200", "--kube-api-burst=400")
UNJUDGED = ("--server-side", "--force-conflicts", "--validate=false")
"""For Knative's own objects: to validate new kinds, kubectl may ask for the schemas of all, and a busy API server takes
more than kubectl's 32 s to put them together."""
OF_A_SERVICE = (
    "configurations.serving.knative.dev",
    "revisions.serving.knative.dev",
    "routes.serving.knative.dev",
    "ingresses.networking.internal.knative.dev",
)
"""What Knative makes for a Knative Service, and what it then makes more of."""


@dataclass
class KnativeStack(Cluster):
    """A cluster whose every part we run, Knative among them."""

    sidecar: Envoy = field(kw_only=True)
    settled: Settled = field(kw_only=True)
    seconds: float = 0
    """How long the start took."""

    @property
    def pods(self) -> Path:
        """Where the containers' logs are: NAMESPACE_POD_CONTAINER.log."""
        return self.directory / "pods"

    def delete_namespace(self, name: str) -> None:
        """Delete a namespace without waiting until it is gone.

        Knative's objects go first: its controllers would make them anew in a namespace that is being deleted.
        """
        self.kubectl("delete", "ksvc", "--all", "--namespace", name)
        self.kubectl("wait", "--for=delete", "--all", "--namespace", name, "--timeout=60s", ",".join(OF_A_SERVICE))
        self.kubectl("delete", "namespace", name, "--wait=false")


@contextlib.contextmanager
def running(directory: Path) -> Iterator[KnativeStack]:
    """Start everything, and stop it in reverse, also when the start fails."""
    began = time.monotonic()
    processes: list[Process] = []
    clients: list[API] = []

    def start(process: Process) -> None:
        processes.append(process)
        process.start()

    try:
        for module, name in build.unbuilt(MODULES):
            build.build(module, name)
        store, address = etcd(directory)
        start(store)
        apiserver = APIServer(directory, address, ADDRESS, API_SERVER_FLAGS)
        start(apiserver.process)
        kubeconfig = apiserver.kubeconfig("admin", apiserver.token)
        kubectl = Kubectl(kubeconfig)
        api = API("admin", directory, kubectl)
        clients.append(api)
        start(api.proxy)
        install(kubectl, crds.directory())
        objects = manifests.objects()
        definitions = [item for item in objects if item["kind"] in ("Namespace", "CustomResourceDefinition")]
        kubectl.apply(definitions, *UNJUDGED)
        start(controller_manager(directory, kubeconfig, CONTROLLERS, *LIMITS))
        istiod = Istiod(directory, kubeconfig, ADDRESS)
        start(node(directory, kubeconfig, {gateway.IMAGE: gateway.program(directory, istiod)}))
        wait_for_definitions(kubectl)
        programs = [item for item in objects if item["kind"] == "Deployment"]
        rest = [item for item in objects if item not in definitions and item not in programs]
        kubectl.apply(rest, *UNJUDGED)
        start(istiod.process)
        eventually(lambda: permitted(api), bool, "permissions of Knative's ServiceAccount")
        kubectl.apply(programs, *UNJUDGED)
        eventually(lambda: api.get("sa", "istio-system", "default"), bool, "ServiceAccount of the gateway")
        kubectl.apply([gateway.pod()])
        sidecar = Envoy(
            "sleep", directory, istiod.grpc_port, "default", {"app": "sleep"}, SERVICE_PORTS, istiod_address=ADDRESS
        )
        start(sidecar.process)
        kubectl("wait", "--for=condition=Available", "--timeout=90s", "-n", manifests.SYSTEM, "deployment", "--all")
        kubectl("wait", "--for=condition=Ready", "--timeout=60s", "-n", "istio-system", "pod/gateway")
        settled = Settled(api, sidecar.listeners[80])
        settled.wait()
        yield KnativeStack(
            directory, kubectl, api, processes, sidecar=sidecar, settled=settled, seconds=time.monotonic() - began
        )
    finally:
        for process in reversed(processes):
            process.stop(signal.SIGKILL)  # nothing of it is kept
        for client in clients:
            client.stop()


def permitted(api: API) -> bool:
    """Whether the roles of Knative are put together; its programs end without them."""
    role = api.get("apis/rbac.authorization.k8s.io/v1/clusterroles", "", "knative-serving-admin")
    return bool(role and role.get("rules"))
