"""Copies of requests that a candidate receives."""

from tests.e2e.release import DEVIATIONS, Release
from tests.e2e.stack import traffic
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.echo import Echo
from tests.e2e.stack.eventually import eventually

REQUESTS = 400


def counted(pod: Echo, share: float) -> int:
    """Wait until a candidate has its share of copies; they arrive a little after the answers."""
    return eventually(
        pod.received.total,
        lambda seen: traffic.standard_deviations(seen, REQUESTS, share) <= DEVIATIONS,
        f"copies of {share:.0%} of {REQUESTS} requests",
    )


def half_is_copied(release: Release, stack: Stack) -> None:
    """Send requests to a release of two Deployments: the primary receives each once, the candidate half of them."""
    primary, candidate = (stack.pods.running[release.namespace, name] for name in ("hello-0", "hello-1"))
    eventually(lambda: bool(release.requests(5)) and bool(candidate.received), bool, "a copy at the candidate")
    for pod in (primary, candidate):
        pod.count_anew()
    release.answered_by("hello-0", REQUESTS)
    assert primary.received.total() == REQUESTS
    copies = counted(candidate, 0.5)
    assert max(primary.numbers.values()) == 1
    release.figures.note(release.scenario, f"hello-1 received {copies} copies of {REQUESTS} for 50%")
