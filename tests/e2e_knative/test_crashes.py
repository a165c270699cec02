"""The revision that serves loses its pod or its program: only requests to its version fail, and it comes back."""

import time
from collections.abc import Mapping
from typing import Any

import pytest

from tests.e2e.release import KSVC
from tests.e2e.stack import api, traffic
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow, Tally
from tests.e2e_knative.crash import crash
from tests.e2e_knative.release import PODS, KnativeRelease
from tests.e2e_knative.revised import SHARES

TIMED_OUT = repr(TimeoutError("timed out"))
"""What a caller hears of a request that goes to the address of a pod which was killed, or is held, for 10 s."""


def pod(release: KnativeRelease) -> Mapping[str, Any]:
    """The only pod of the candidate."""
    (found,) = release.pods("hello-1")
    return found


def restarts(release: KnativeRelease) -> int:
    """How often the candidate's program was started again, if it runs."""
    containers = pod(release)["status"]["containerStatuses"]
    program = next(container for container in containers if container["name"] == "user-container")
    return int(program["restartCount"]) if "running" in program["state"] else -1


def only_the_candidate_failed(release: KnativeRelease, tally: Tally, note: str) -> None:
    """Each request that failed was one of the candidate's share, and the shares are right again."""
    failed = [reply.headers.get("app-version") for reply in tally.replies if reply.status != 200]
    release.record(tally, note=f"{note}; failed at hello-1: {failed.count('hello-1')}")
    assert set(failed) <= {"hello-1"}
    assert release.named(KSVC) == ["hello-0", "hello-1"]
    release.splits(SHARES, requests=200)


@pytest.mark.parametrize("grace", [None, 0], ids=["deleted", "killed"])
def test_the_only_pod(started: KnativeRelease, grace: int | None) -> None:
    """Deleted, it serves until its successor does; killed, its share fails until then. The shares stay."""
    with Flow(started.port, started.host) as tally:
        before = pod(started)
        body = {} if grace is None else {"gracePeriodSeconds": grace}
        started.cluster.api.request("DELETE", api.path(PODS, started.namespace, before["metadata"]["name"]), body)
        eventually(
            lambda: [item["metadata"]["uid"] for item in started.pods("hello-1")],
            lambda seen: bool(seen) and before["metadata"]["uid"] not in seen,
            "another pod",
        )
        time.sleep(3)
    if grace is None:
        assert tally.failed == 0, tally.explain()
    assert set(tally.errors) <= {TIMED_OUT}, tally.explain()
    only_the_candidate_failed(started, tally, f"the only pod of a version, grace period {grace}")


def test_the_program_once(started: KnativeRelease) -> None:
    """It is started again at once."""
    with Flow(started.port, started.host) as tally:
        time.sleep(0.5)
        assert crash(pod(started)["metadata"]["name"]) == 1
        eventually(lambda: restarts(started), lambda seen: seen == 1, "the program runs again")
        time.sleep(2)
    assert not tally.errors, tally.explain()
    only_the_candidate_failed(started, tally, "the program of a version's only pod crashes once")


def test_the_program_again_and_again(started: KnativeRelease) -> None:
    """While Kubernetes waits to start it again, the other version answers everything.

    Knative's activator holds requests that were on their way until a pod serves, so callers may give up before.
    """
    name = pod(started)["metadata"]["name"]
    with Flow(started.port, started.host) as tally:
        began = time.monotonic()
        # Killed whenever it runs: Kubernetes then waits for 0, 10, 20, … s, so there comes a wait longer than that of a
        # request which is held.
        eventually(
            lambda: (crash(name), traffic.send(started.port, started.host, 200).versions, started.shares()),
            lambda seen: seen == (0, {"hello-0": 200}, {"hello-0": 100}),
            "the other version answers everything",
            seconds=90,
        )
        gone = time.monotonic() - began
        times = eventually(lambda: restarts(started), lambda seen: seen >= 2, "the program runs again", seconds=90)
        started.routed(SHARES)
    assert set(tally.errors) <= {TIMED_OUT}, tally.explain()
    note = f"the program crashes {times} times; the other version alone after {gone:.1f} s"
    only_the_candidate_failed(started, tally, note)
