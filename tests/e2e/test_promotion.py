"""Promotion and rollback while requests flow: no request may fail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.e2e.release import Release
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.traffic import Flow, Tally
from tests.e2e.values import knative, ksvc

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]


@contextmanager
def no_failed_request(release: Release) -> Iterator[None]:
    """Requests flow in the meantime, and each is answered."""
    tally: Tally
    with Flow(release.port, release.host) as tally:
        yield
    release.record(tally, note="while the release changed")
    assert tally.failed == 0, f"{tally.failed} of {tally.sent} requests failed: {tally.explain()}"
    assert tally.sent > 100


def drop_candidate(release: Release, stack: Stack) -> None:
    """Delete the candidate after its share has gone, as docs say; Knative then removes its host."""
    release.cluster.kubectl(
        "delete", "ksvc/hello-1", "configmap/hello-1-weight-config", "-n", release.namespace, "--timeout=60s"
    )
    stack.knative.remove(release.namespace, "hello-1")
    release.settle()


def test_promotion_in_two_steps(release: New, stack: Stack) -> None:
    """The new specification in the primary's place with the candidate kept; when it is Ready, the candidate goes."""
    hello = release()
    hello.apply(knative("blue-green", ksvc("v1", weight=50), ksvc("v2", weight=50)))
    hello.ready()
    hello.routed({"hello-0": 50, "hello-1": 50})
    with no_failed_request(hello):
        hello.apply(knative("blue-green", ksvc("v2", weight=50), ksvc("v2", weight=50)))
        hello.ready("hello-0", status="False")  # no revision serves: with Unknown, an old one may
        hello.routed({"hello-1": 1})
        hello.ready("hello-0")
        hello.routed({"hello-0": 50, "hello-1": 50})
        hello.apply(knative("blue-green", ksvc("v2")))
        hello.routed({"hello-0": 1})
        drop_candidate(hello, stack)
        hello.answered_by("hello-0")


def test_rollback(release: New, stack: Stack) -> None:
    """The candidate loses its weight, then goes; the primary was never changed."""
    hello = release()
    hello.apply(knative("blue-green", ksvc("v1", weight=50), ksvc("v2", weight=50)))
    hello.ready()
    hello.routed({"hello-0": 50, "hello-1": 50})
    with no_failed_request(hello):
        hello.apply(knative("blue-green", ksvc("v1", weight=50), ksvc("v2", weight=0)))
        hello.routed({"hello-0": 1})
        hello.apply(knative("blue-green", ksvc("v1")))
        hello.routed({"hello-0": 1})
        drop_candidate(hello, stack)
        hello.answered_by("hello-0")


def test_a_new_revision_that_never_gets_ready(release: New) -> None:
    """Applied without a candidate, it is the only version: requests still reach what Knative serves."""
    hello = release()
    hello.apply(knative("blue-green", ksvc("v1")))
    hello.ready()
    hello.routed({"hello-0": 1})
    with no_failed_request(hello):
        hello.apply(knative("blue-green", ksvc("v2")))
        hello.ready("hello-0", status="False")
        hello.routed({"hello-0": 1})
