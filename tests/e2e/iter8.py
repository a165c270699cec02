"""The real Iter8 controller, a program that `ITER8_BIN` names."""

import contextlib
import os
import signal
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import yaml

from tests.e2e.controller_installation import Installation
from tests.e2e.stack.cluster import Cluster, Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.kubectl import Kubectl
from tests.e2e.stack.process import Process, StartError
from tests.e2e.stand_in import StandIn


def binary() -> Path | None:
    """The program, if the environment names one."""
    given = os.environ.get("ITER8_BIN")
    if not given:
        return None
    path = Path(given).resolve()
    if not os.access(path, os.X_OK):
        raise FileNotFoundError(f"ITER8_BIN={given}: no program there")
    return path


def in_cluster(kubectl: Kubectl) -> bool:
    """Whether the cluster runs an Iter8 controller of its own."""
    images = "{.items[*].spec.template.spec.containers[*].image}"
    return "iter8/iter8:" in kubectl("get", "statefulsets,deployments", "-A", "-o", f"jsonpath={images}")


@dataclass
class Controller(Process):
    """A process that is started again when it ends by itself, as the kubelet does with the controller's container.

    It does end: when it gets an object for its finalizer while the API server is away, it panics.
    """

    restarts: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)
    kubelet: threading.Thread | None = None

    def start(self) -> None:
        super().start()
        self.stopped.clear()
        self.kubelet = threading.Thread(target=self.watch, name=f"{self.name}-kubelet", daemon=True)
        self.kubelet.start()

    def watch(self) -> None:
        while not self.stopped.wait(1):
            if self.process is not None and self.process.poll() is not None:
                self.restarts += 1
                with contextlib.suppress(StartError):  # it ends again while the API server is away
                    super().start()

    def stop(self, number: int = signal.SIGTERM) -> None:
        self.stopped.set()
        if self.kubelet is not None:
            self.kubelet.join()
        super().stop(number)


def idle(controller: object) -> None:
    """Wait until the controller has worked off every event: its log has not grown for three seconds."""
    if isinstance(controller, StandIn):
        begun = controller.rounds + 1  # the round that goes on now may have read the cluster already
        eventually(lambda: controller.rounds, lambda rounds: rounds > begun, "the stand-in's next round")
        return
    if not isinstance(controller, Controller):
        time.sleep(30)  # it runs in the cluster
        return
    size, since = -1, time.monotonic()
    while time.monotonic() - since < 3:
        if (now := controller.log.stat().st_size) != size:
            size, since = now, time.monotonic()
        time.sleep(0.1)


def renew(controller: object, cluster: Cluster) -> None:
    """Remove every release and start the controller anew: after many events, it works them off for minutes."""
    if not isinstance(controller, Controller) or not isinstance(cluster, Stack):
        return
    controller.stop()
    clear(cluster)
    controller.start()


def clear(cluster: Cluster) -> None:
    """Remove the objects that a stopped controller would see at its next start, with its finalizers."""
    for label in ("iter8.tools/kind=routemap", "iter8.tools/watch=true"):
        for kind in ("cm", "ksvc", "svc", "deploy"):
            for item in cluster.api.list(kind, query="labelSelector=" + quote(label)):
                namespace, name = item["metadata"]["namespace"], item["metadata"]["name"]
                cluster.api.merge(kind, namespace, name, {"metadata": {"finalizers": None}})
                cluster.api.delete(kind, namespace, name)


def iter8(program: Path, cluster: Cluster, installation: Installation, pod: str = "iter8-0") -> Controller:
    """The controller with the emitted configuration and only its ServiceAccount's permissions.

    Its A/B/n and metrics servers would listen on every interface; without their configuration they do not start.
    """
    configuration = cluster.directory / f"{pod}-{installation.namespace}-config.yaml"
    configuration.write_text(yaml.safe_dump(installation.configuration))
    process = Controller(
        f"{pod}-{installation.namespace}",
        [str(program), "controllers", "-l", "debug"],
        cluster.directory,
        ready=lambda: "started controllers" in process.said(),
        environment={
            "CONFIG_FILE": str(configuration),
            "KUBECONFIG": str(installation.kubeconfig(cluster)),
            "POD_NAME": pod,
            "POD_NAMESPACE": installation.namespace,
        },
    )
    return process
