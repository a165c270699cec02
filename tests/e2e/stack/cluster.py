"""The cluster under test: our own on loopback, or the one that KUBECONFIG names."""

import contextlib
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.stack import build, crds
from tests.e2e.stack import istiod as istio
from tests.e2e.stack.api import API
from tests.e2e.stack.apiserver import APIServer, controller_manager
from tests.e2e.stack.echo import Echoes
from tests.e2e.stack.envoy import Envoy
from tests.e2e.stack.etcd import etcd
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.istiod import Istiod
from tests.e2e.stack.knative import Knative
from tests.e2e.stack.kubectl import Kubectl, KubectlError
from tests.e2e.stack.pods import Pods
from tests.e2e.stack.process import Process
from tests.e2e.stack.settled import Settled

SERVICE_PORTS = (80, 8080, 8033)
"""The ports of Services that the caller in the mesh can reach."""


@dataclass
class Cluster:
    """A Kubernetes API with Istio's CRDs; `started` is what we run of it, in the order of its start."""

    directory: Path
    kubectl: Kubectl
    api: API
    started: list[Process] = field(default_factory=list)


@dataclass
class Stack(Cluster):
    """A cluster whose every part we run: API server, control plane of Istio, and an Envoy as a caller's sidecar."""

    apiserver: APIServer = field(kw_only=True)
    istiod: Istiod = field(kw_only=True)
    sidecar: Envoy = field(kw_only=True)
    echoes: Echoes = field(kw_only=True)
    settled: Settled = field(kw_only=True)
    pods: Pods = field(kw_only=True)
    knative: Knative = field(kw_only=True)
    seconds: float = 0
    """How long the start took."""


def given() -> Path | None:
    """The kubeconfig of the cluster to use instead of our own."""
    kubeconfig = os.environ.get("KUBECONFIG")
    return Path(kubeconfig).resolve() if kubeconfig else None


@contextlib.contextmanager
def existing(kubeconfig: Path, directory: Path) -> Iterator[Cluster]:
    """The cluster that KUBECONFIG names; it must have Istio's, Knative's and the Gateway API's CRDs."""
    kubectl = Kubectl(kubeconfig)
    api = API("admin", directory, kubectl)
    try:
        api.proxy.start()
        yield Cluster(directory, kubectl, api)
    finally:
        api.stop()


@contextlib.contextmanager
def own(directory: Path) -> Iterator[Stack]:
    """Start everything on free ports under `directory`, and stop it in reverse, also when the start fails."""
    began = time.monotonic()
    processes: list[Process] = []
    echoes = Echoes()
    clients: list[API] = []

    def start(process: Process) -> None:
        processes.append(process)
        process.start()

    try:
        for module, package in build.unbuilt():
            build.build(module, package)
        crd_directory = crds.directory()
        store, address = etcd(directory)
        start(store)
        apiserver = APIServer(directory, address)
        start(apiserver.process)
        kubeconfig = apiserver.kubeconfig("admin", apiserver.token)
        kubectl = Kubectl(kubeconfig)
        api = API("admin", directory, kubectl)
        clients.append(api)
        start(api.proxy)
        install(kubectl, crd_directory)
        start(controller_manager(directory, kubeconfig))
        istiod = Istiod(directory, kubeconfig)
        start(istiod.process)
        sidecar = Envoy("sleep", directory, istiod.grpc_port, "default", {"app": "sleep"}, service_ports=SERVICE_PORTS)
        start(sidecar.process)
        pods = Pods(api, echoes)
        settled = Settled(api, sidecar.listeners[80])
        settled.wait()
        yield Stack(
            directory,
            kubectl,
            api,
            processes,
            apiserver=apiserver,
            istiod=istiod,
            sidecar=sidecar,
            echoes=echoes,
            settled=settled,
            pods=pods,
            knative=Knative(api, pods),
            seconds=time.monotonic() - began,
        )
    finally:
        for process in reversed(processes):
            process.stop(signal.SIGKILL)  # nothing of it is kept, and istiod would drain for ten seconds
        for client in clients:
            client.stop()
        echoes.stop()


def install(kubectl: Kubectl, crd_directory: Path) -> None:
    """The CRDs and the namespaces that the rest relies on."""
    kubectl("apply", "--server-side", "--force-conflicts", "-f", str(crd_directory))
    kubectl("create", "namespace", istio.NAMESPACE)
    wait_for_definitions(kubectl)


def wait_for_definitions(kubectl: Kubectl) -> None:
    """Wait until the API server serves the kinds of every CRD."""

    def established() -> str:
        try:  # a status that is still empty makes kubectl fail at once
            return kubectl("wait", "--for=condition=Established", "--timeout=30s", "crd", "--all")
        except KubectlError as error:
            return str(error)

    eventually(established, lambda said: "condition met" in said, "CRDs established", 60)


def fresh_directory() -> Path:
    """A new directory for logs and data."""
    return Path(tempfile.mkdtemp(prefix="cdk8s-iter8-e2e-"))
