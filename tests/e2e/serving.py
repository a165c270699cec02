"""Knative at work: whatever Knative Service is applied in a namespace gets ready after a while, and serves."""

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.e2e.stack.api import APIError, Object
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.knative import host
from tests.e2e.stack.readiness import set_conditions


@dataclass
class Serving:
    """What Knative does in one namespace, until it is stopped.

    Attributes:
        seconds: How long a new revision takes; its Ready is Unknown meanwhile.
        broken: Names of versions that never get ready.

    An image with the tag `absent` cannot be pulled: its Ready is Unknown for as long as Knative tries.
    """

    stack: Stack
    namespace: str
    seconds: float = 0.2
    broken: set[str] = field(default_factory=set)
    seen: dict[str, tuple[str, int, float]] = field(default_factory=dict)
    done: dict[str, tuple[str, int]] = field(default_factory=dict)
    stopped: threading.Event = field(default_factory=threading.Event)

    def work(self) -> None:
        while not self.stopped.wait(0.05):
            with contextlib.suppress(APIError, OSError, LookupError):  # an object goes while it is looked at
                items = self.stack.api.list("ksvc", self.namespace)
                for item in items:
                    self.rolled_out(item)
                for name in set(self.seen) - {item["metadata"]["name"] for item in items}:
                    del self.seen[name]
                    self.done.pop(name, None)
                    self.stack.knative.remove(self.namespace, name)

    def rolled_out(self, item: Object) -> None:
        name, uid, generation = (item["metadata"][key] for key in ("name", "uid", "generation"))
        if name not in self.seen and _is_ready(item):  # it served before the `with` block
            self.seen[name], self.done[name] = (uid, generation, 0), (uid, generation)
        if self.seen.get(name, ("", 0))[:2] != (uid, generation):
            self.seen[name] = (uid, generation, time.monotonic())
            set_conditions(self.stack.api, "ksvc", self.namespace, name, Ready="Unknown", RoutesReady="Unknown")
        broken = name in self.broken or images(item)[0].endswith(":absent")
        ready = time.monotonic() - self.seen[name][2] >= self.seconds and not broken
        if ready and self.done.get(name) != (uid, generation):
            if host(self.namespace, name) not in self.stack.knative.versions:
                self.stack.knative.serve(self.namespace, name)
            set_conditions(self.stack.api, "ksvc", self.namespace, name, Ready="True", RoutesReady="True")
            self.done[name] = (uid, generation)


def images(ksvc: Object) -> list[str]:
    """The images of a Knative Service's containers."""
    return [each["image"] for each in ksvc["spec"]["template"]["spec"]["containers"]]


def _is_ready(item: Object) -> bool:
    status = item.get("status", {})
    ready = {"True"} == {each["status"] for each in status.get("conditions", ())}
    return ready and status.get("observedGeneration") == item["metadata"]["generation"]


@contextlib.contextmanager
def serving(stack: Stack, namespace: str, seconds: float = 0.2) -> Iterator[Serving]:
    """Knative works in a namespace during the `with` block."""
    knative = Serving(stack, namespace, seconds)
    thread = threading.Thread(target=knative.work, name="knative", daemon=True)
    thread.start()
    try:
        yield knative
    finally:
        knative.stopped.set()
        thread.join()
