"""A controller of routemaps as a process: this project's own or Iter8's, kept running as the kubelet does."""

import contextlib
import signal
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import quote

from tests.e2e.stack.cluster import Cluster, Stack
from tests.e2e.stack.process import Process, StartError


@dataclass
class Controller(Process):
    """A process that is started again when it ends by itself, as the kubelet does with the controller's container.

    Iter8's does end: when it gets an object for its finalizer while the API server is away, it panics.
    """

    slow: bool = False
    """Whether it works events off for minutes, so that a test has to begin with a fresh one."""
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


def idle(controller: object) -> float:
    """Wait until the controller has worked off every event: its log has not grown for a while.

    Returns:
        The seconds until its last line.
    """
    if not isinstance(controller, Controller):
        time.sleep(30)  # it runs in the cluster
        return 0.0
    quiet = 3 if controller.slow else 1
    began = since = time.monotonic()
    size = controller.log.stat().st_size
    while time.monotonic() - since < quiet:
        if (now := controller.log.stat().st_size) != size:
            size, since = now, time.monotonic()
        time.sleep(0.1)
    return since - began


def renew(controller: object, cluster: Cluster) -> None:
    """Start a slow controller anew, without a release of before."""
    if not isinstance(controller, Controller) or not controller.slow or not isinstance(cluster, Stack):
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
