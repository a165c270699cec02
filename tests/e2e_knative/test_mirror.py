"""Copies under the real Knative: of HTTP and of gRPC, at the revision of the values alone, also over an update."""

import time
from collections.abc import Callable

import pytest

from tests.e2e.release import DEVIATIONS
from tests.e2e.stack import traffic
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import Values, knative, ksvc
from tests.e2e_knative.grpc import calls, h2c
from tests.e2e_knative.release import KnativeRelease

New = Callable[..., KnativeRelease]


def mirrored(release: KnativeRelease, values: Values) -> None:
    """Start it and wait until copies arrive: an endpoint comes to Envoy apart from the routes."""
    release.apply(values)
    release.becomes()
    release.routed({"hello-0": 1})


def uncopied(release: KnativeRelease, number: int) -> bool:
    """Send some requests; tells whether no copy of them has arrived."""
    before = release.received("hello-1").total()
    release.requests(number)
    time.sleep(0.5)
    return release.received("hello-1").total() == before


def copies(release: KnativeRelease, before: int, sent: int, share: float) -> int:
    """The copies that the candidate has received since, once they are as many as they should be."""
    return eventually(
        lambda: release.received("hello-1").total() - before,
        lambda seen: traffic.standard_deviations(seen, sent, share) <= DEVIATIONS,
        f"copies of {share:.0%} of {sent}",
    )


@pytest.mark.parametrize("percent", [100, 50])
def test_http(release: New, percent: int) -> None:
    hello = release()
    mirrored(hello, knative("mirror", ksvc("v1"), ksvc("v2", weight=percent)))
    eventually(lambda: bool(hello.requests(5)) and hello.received("hello-1").total(), bool, "a copy")
    time.sleep(0.5)
    primary, candidate = (hello.received(name).total() for name in ("hello-0", "hello-1"))
    hello.answered_by("hello-0", 200)
    got = copies(hello, candidate, 200, percent / 100)
    assert hello.received("hello-0").total() - primary == 200, "the primary receives each request once"
    hello.figures.note(hello.scenario, f"{got} copies of 200 for {percent}%")


def test_grpc(release: New) -> None:
    """A gRPC client and server; the copies arrive whole."""
    hello = release()
    mirrored(hello, knative("mirror", h2c(ksvc("v1")), h2c(ksvc("v2", weight=100))))
    eventually(lambda: bool(calls(hello, 5)) and hello.received("hello-1").total(), bool, "a copy")
    time.sleep(0.5)
    before = hello.received("hello-1").total()
    replies = calls(hello, 100)
    assert [reply for reply in replies if reply.get("version") != "hello-0"] == []
    got = copies(hello, before, 100, 1)
    assert {line["protocol"] for line in hello.lines("hello-1")} == {"grpc"}
    hello.figures.note(hello.scenario, f"{got} of 100 gRPC calls copied, all answered by the primary", 100)


def test_update_of_the_candidate(release: New) -> None:
    """When the new revision is there the old one gets nothing, and ends."""
    hello = release()
    mirrored(hello, knative("mirror", ksvc("v1"), ksvc("v2", weight=100)))
    eventually(lambda: bool(hello.requests(5)) and hello.received("hello-1").total(), bool, "a copy")
    with Flow(hello.port, hello.host) as tally:
        hello.apply(knative("mirror", ksvc("v1"), ksvc("v2.1", weight=100)))
        hello.serves("hello-1-00002")
        eventually(lambda: hello.received("hello-1")["hello-1-00002"], bool, "a copy at the new revision")
        hello.settle()
        time.sleep(1)
        old = hello.received("hello-1")["hello-1-00001"]
        began = time.monotonic()
        eventually(
            lambda: {item["metadata"]["labels"]["serving.knative.dev/revision"] for item in hello.pods("hello-1")},
            lambda seen: seen == {"hello-1-00002"},
            "the old revision scales to zero while requests are mirrored",
            60,
        )
        seconds = time.monotonic() - began
    assert tally.failed == 0, tally.explain()
    assert tally.versions.keys() == {"hello-0"}
    assert hello.received("hello-1")["hello-1-00001"] == old, "the old revision still got copies"
    hello.record(
        tally, note=f"copies by revision {dict(hello.received('hello-1'))}; the old one ended in {seconds:.1f} s"
    )


def test_primary_at_zero(release: New) -> None:
    """The first request wakes it; the candidate, which keeps its pod, gets a copy of each."""
    hello = release()
    mirrored(hello, knative("mirror", ksvc("v1"), ksvc("v2", weight=100)))
    eventually(lambda: bool(hello.requests(5)) and hello.received("hello-1").total(), bool, "a copy")
    hello.asleep("hello-0")
    assert len(hello.pods("hello-1")) == 1, "a mirrored version keeps a pod"
    before = hello.received("hello-1").total()
    hello.answered_by("hello-0", 100)
    got = copies(hello, before, 100, 1)
    hello.figures.note(hello.scenario, f"the primary woken from zero; {got} copies of 100")


def test_candidate_at_zero(release: New) -> None:
    """Where somebody lets it scale to zero in the cluster: copies go nowhere and wake nothing; no request fails."""
    hello = release()
    mirrored(hello, knative("mirror", ksvc("v1"), ksvc("v2", weight=100)))
    eventually(lambda: bool(hello.requests(5)) and hello.received("hello-1").total(), bool, "a copy")
    template = {"metadata": {"annotations": {"autoscaling.knative.dev/min-scale": "0"}}}
    hello.cluster.api.merge("ksvc", hello.namespace, "hello-1", {"spec": {"template": template}})
    hello.serves("hello-1-00002")
    hello.asleep("hello-1")
    assert hello.condition("hello-1") == "True", "asleep is ready"
    eventually(lambda: uncopied(hello, 5), bool, "Envoy has no endpoint any more")
    before = hello.received("hello-1").total()
    with Flow(hello.port, hello.host) as tally:
        time.sleep(4)
        assert hello.pods("hello-1") == [], "a copy starts no pod"
    assert tally.failed == 0, tally.explain()
    assert tally.versions.keys() == {"hello-0"}
    assert hello.received("hello-1").total() == before
    hello.record(tally, note="the candidate at zero: no copy arrives, no pod starts")
    apart = release("apart")
    apart.name = "hello-1"  # a request to the version itself wakes it, and copies arrive again
    apart.requests(1)
    eventually(lambda: bool(hello.requests(5)) and hello.received("hello-1").total() - before > 5, bool, "copies again")
