"""Mirror on Knative: the primary answers everything once, the candidates receive copies and never answer."""

from collections.abc import Callable

import pytest

from tests.e2e.copies import REQUESTS, counted
from tests.e2e.release import Release
from tests.e2e.stack import traffic
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.echo import Echo
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.knative import host
from tests.e2e.values import knative, ksvc

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]


def mirrored(release: Release, stack: Stack, percentages: dict[str, int]) -> None:
    """Send requests; the primary receives each once, each candidate its percentage of them."""
    pods = {name: stack.knative.pod(release.namespace, name) for name in percentages}
    release.routed({"hello-0": 1})
    reachable(release, stack, pods)
    for pod in pods.values():
        pod.count_anew()
    primary = host(release.namespace, "hello-0")
    before = stack.knative.gateway.received[primary]
    release.answered_by("hello-0", REQUESTS)
    assert stack.knative.gateway.received[primary] - before == REQUESTS, "the primary received a copy"
    twice = [n for (at, n), times in stack.knative.gateway.numbers.items() if at == primary and times > 1]
    assert not twice, f"the primary received {len(twice)} requests twice"
    for name, percentage in percentages.items():
        copies = counted(pods[name], percentage / 100)
        assert max(pods[name].numbers.values()) == 1, f"{name} received a copy twice"
        assert set(pods[name].received) == {primary}, "a copy keeps the primary's Host"
        release.figures.note(release.scenario, f"{name} received {copies} copies of {REQUESTS} for {percentage}%")


def reachable(release: Release, stack: Stack, pods: dict[str, Echo]) -> None:
    """Wait until copies arrive: an endpoint comes to Envoy apart from the routes."""

    def arrived() -> bool:
        release.requests(5)
        return all(pod.received for pod in pods.values())

    eventually(arrived, bool, "copies at every candidate")


def test_all(release: New, stack: Stack) -> None:
    hello = release()
    hello.apply(knative("mirror", ksvc("v1"), ksvc("v2", weight=100)))
    hello.ready()
    mirrored(hello, stack, {"hello-1": 100})


def test_half(release: New, stack: Stack) -> None:
    hello = release()
    hello.apply(knative("mirror", ksvc("v1"), ksvc("v2", weight=50)))
    hello.ready()
    mirrored(hello, stack, {"hello-1": 50})


def test_two_candidates(release: New, stack: Stack) -> None:
    hello = release()
    hello.apply(knative("mirror", ksvc("v1"), ksvc("v2", weight=100), ksvc("v3", weight=50)))
    hello.ready()
    mirrored(hello, stack, {"hello-1": 100, "hello-2": 50})


def test_unready_candidate_receives_nothing(release: New, stack: Stack) -> None:
    hello = release()
    hello.apply(knative("mirror", ksvc("v1"), ksvc("v2", weight=100)))
    hello.ready("hello-0")
    pod = stack.knative.pod(hello.namespace, "hello-1")
    hello.routed({"hello-0": 1})
    hello.answered_by("hello-0")
    assert not pod.received
    hello.ready("hello-1")
    eventually(lambda: bool(hello.requests(5)) and bool(pod.received), bool, "copies at the candidate once it is ready")


def test_candidate_by_its_service_alone(release: New, stack: Stack) -> None:
    """The mirror Service's own selector and port lead to the candidate's queue-proxy."""
    hello = release()
    hello.apply(knative("mirror", ksvc("v1"), ksvc("v2", weight=100)))
    stack.knative.pod(hello.namespace, "hello-1")
    mirror = host(hello.namespace, "hello-1-mirror")

    def answer() -> str | None:
        client = traffic.Client(hello.port)
        try:
            return client.send(mirror).version
        finally:
            client.close()

    eventually(answer, lambda seen: seen == "hello-1", f"an answer from {mirror}")
