"""What a kubelet says of a Pod."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.support.node.api import Object


@dataclass
class ContainerState:
    """How one container is; it waits, it runs, or it has ended and will be started again."""

    name: str
    image: str
    waiting: str = "ContainerCreating"
    """Why it does not run; empty while it runs."""
    message: str = ""
    started: str = ""
    ready: bool = False
    restarts: int = 0
    last: Mapping[str, object] = field(default_factory=dict)
    """How it ended last."""

    @property
    def running(self) -> bool:
        return not self.waiting

    def status(self) -> Object:
        """As an item of `containerStatuses`."""
        state: Object = {"running": {"startedAt": self.started}}
        if self.waiting:
            state = {"waiting": {"reason": self.waiting, "message": self.message}}
            if self.waiting in ENDED and self.last:
                state = {"terminated": dict(self.last)}
        return {
            "name": self.name,
            "image": self.image,
            "imageID": self.image,
            "containerID": f"process://{self.name}-{self.restarts}" if self.started else "",
            "ready": self.ready and self.running,
            "started": self.running,
            "restartCount": self.restarts,
            "state": state,
            "lastState": {"terminated": dict(self.last)} if self.last else {},
        }


ENDED = ("Error", "Completed")
"""What stands for a container that has just ended, before its next start."""


def pod_status(
    states: Sequence[ContainerState], addresses: tuple[str, str], now: str, before: Object, started: str
) -> Object:
    """The status of a Pod.

    Args:
        states: Its containers.
        addresses: The Pod's own and the node's.
        now: The time for conditions that have changed.
        before: The Pod's status until now.
        started: When the node took the Pod.
    """
    ready = all(state.ready and state.running for state in states)
    conditions = {"PodScheduled": True, "Initialized": True, "ContainersReady": ready, "Ready": ready}
    known = {item["type"]: item for item in before.get("conditions") or ()}
    pod_ip, host_ip = addresses
    return {
        "phase": "Running" if any(state.started for state in states) else "Pending",
        "hostIP": host_ip,
        "podIP": pod_ip,
        "podIPs": [{"ip": pod_ip}],
        "startTime": started,
        "conditions": [condition(kind, holds, known.get(kind), now) for kind, holds in conditions.items()],
        "containerStatuses": [state.status() for state in states],
    }


def condition(kind: str, holds: bool, before: Object | None, now: str) -> Object:
    """A condition, whose time changes only with its status."""
    status = str(holds)
    since = before["lastTransitionTime"] if before and before["status"] == status else now
    return {"type": kind, "status": status, "lastTransitionTime": since}
