from tests.support.node.api import Object
from tests.support.node.status import ContainerState, pod_status


def running(name: str, ready: bool = True) -> ContainerState:
    return ContainerState(name, "image", waiting="", started="t0", ready=ready)


def status(*states: ContainerState, now: str = "t1", before: Object | None = None) -> Object:
    return pod_status(states, ("10.244.0.2", "10.244.0.1"), now, before or {}, "t0")


def held(written: Object) -> dict[str, str]:
    return {condition["type"]: condition["status"] for condition in written["conditions"]}


def test_ready_when_every_container_is() -> None:
    assert held(status(running("a"), running("b")))["Ready"] == "True"
    assert held(status(running("a"), running("b", ready=False)))["Ready"] == "False"
    assert status(running("a"))["phase"] == "Running"


def test_pending_until_a_container_runs() -> None:
    assert status(ContainerState("a", "image"))["phase"] == "Pending"


def test_a_condition_keeps_its_time_while_its_status_stays() -> None:
    first = status(running("a"), now="t1")
    same = status(running("a"), now="t2", before=first)
    assert same == first
    other = status(running("a", ready=False), now="t3", before=same)
    times = {condition["type"]: condition["lastTransitionTime"] for condition in other["conditions"]}
    assert times == {"PodScheduled": "t1", "Initialized": "t1", "ContainersReady": "t3", "Ready": "t3"}


def test_an_ended_container_waits_for_its_next_start() -> None:
    last = {"exitCode": 1, "reason": "Error"}
    state = ContainerState("a", "image", waiting="Error", started="t0", ready=True, restarts=1, last=last)
    assert state.status()["state"] == {"terminated": last}
    assert state.status()["ready"] is False
    state.waiting, state.message = "CrashLoopBackOff", "back-off"
    assert state.status()["state"] == {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off"}}
    assert state.status()["lastState"] == {"terminated": last}
