"""This project's own controller: draining, what it deletes, what it never touches."""

import functools
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.e2e.controller_process import Controller
from tests.e2e.release import Release
from tests.e2e.release_finalizers import release_finalizers
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import blue_green, knative, ksvc

pytestmark = pytest.mark.own_controller("this file is about this project's own")

New = Callable[..., Release]
FINALIZER = "iter8.tools/finalizer"


@pytest.fixture
def away(controller: object) -> Iterator[Controller]:
    """The session's controller, killed for as long as a test wants."""
    assert isinstance(controller, Controller)
    controller.stop(signal.SIGKILL)
    yield controller
    if controller.process is None or controller.process.poll() is not None:
        controller.start()


def gone(release: Release, kind: str, name: str, seconds: float = 40) -> None:
    """Wait until an object is gone."""
    read = functools.partial(release.cluster.api.get, kind, release.namespace, name)
    eventually(read, lambda seen: seen is None, f"{kind} {name} gone", seconds)


def events(release: Release) -> list[tuple[str, str]]:
    """Reason and message of the Events of the namespace."""
    items = release.cluster.api.list("api/v1/events", release.namespace)
    return [(item["reason"], item["message"]) for item in items]


@pytest.mark.local_envoy
def test_a_version_is_drained_when_it_is_deleted(started: Release, stack: Stack) -> None:
    """No request fails while `kubectl delete` takes a version with most of the weight away."""
    with Flow(started.port, started.host) as tally:
        time.sleep(0.5)
        began = time.monotonic()
        started.cluster.kubectl("delete", "ksvc/hello-1", "-n", started.namespace, "--timeout=60s")
        seconds = time.monotonic() - began
        stack.knative.remove(started.namespace, "hello-1")  # as Knative does at once
        time.sleep(1)
    started.record(tally, note=f"while a version with 70 % was deleted, which took {seconds:.1f} s")
    assert tally.sent > 100
    assert tally.failed == 0, tally.explain()
    started.answered_by("hello-0")


@pytest.mark.local_envoy
def test_a_version_is_drained_when_it_is_pruned(release: New, stack: Stack) -> None:
    hello = release()
    arguments = ("--prune", "--applyset=hello", "-n", hello.namespace)
    hello.apply(blue_green(50, 50), *arguments)
    hello.ready()
    hello.routed({"hello-0": 50, "hello-1": 50})
    with Flow(hello.port, hello.host) as tally:
        time.sleep(0.5)
        hello.apply(blue_green(50), *arguments)
        gone(hello, "ksvc", "hello-1", 90)
        stack.knative.remove(hello.namespace, "hello-1")
        time.sleep(1)
    hello.record(tally, note="while a version with 50 % was pruned")
    assert tally.sent > 100
    assert tally.failed == 0, tally.explain()


def test_a_deletion_waits_for_the_next_controller(started: Release, away: Controller) -> None:
    """While no controller runs, a version in the route stays; the next controller takes it out and lets it go."""
    started.cluster.kubectl("delete", "ksvc/hello-1", "-n", started.namespace, "--wait=false")
    time.sleep(1)
    assert started.cluster.api.get("ksvc", started.namespace, "hello-1") is not None
    away.start()
    started.routed({"hello-0": 1})
    gone(started, "ksvc", "hello-1")


def test_nothing_hangs_without_a_controller(started: Release, stack: Stack, away: Controller) -> None:
    """One command releases what a controller that is no more has left, so that the namespace can go."""
    started.cluster.kubectl("delete", "namespace", started.namespace, "--wait=false")
    time.sleep(2)
    assert started.cluster.api.get("ksvc", started.namespace, "hello-1") is not None
    said = release_finalizers(stack, "-n", started.namespace)
    assert f"services.serving.knative.dev {started.namespace}/hello-1: released" in said
    read = functools.partial(stack.kubectl, "get", "namespace", started.namespace, "--ignore-not-found")
    eventually(read, lambda text: text == "", "the namespace gone", 60)
    assert release_finalizers(stack, "-n", started.namespace) == []


def test_a_namespace_goes_while_the_controller_runs(started: Release) -> None:
    began = time.monotonic()
    started.cluster.kubectl("delete", "namespace", started.namespace, "--timeout=90s")
    started.figures.note(started.scenario, f"a namespace with a release went in {time.monotonic() - began:.1f} s")


def test_another_strategy_deletes_the_route(started: Release) -> None:
    started.apply(knative("none", ksvc("v1"), ksvc("v2")))
    gone(started, "vs", "hello")
    assert any(reason == "RouteDeleted" for reason, _ in events(started))

    def finalizers() -> list[Any]:
        items = [started.cluster.api.get("ksvc", started.namespace, name) for name in ("hello-0", "hello-1")]
        return [item["metadata"].get("finalizers") for item in items if item]

    eventually(finalizers, lambda seen: seen == [None, None], "no finalizer without a route", 90)


def test_a_route_that_somebody_changes_is_repaired(started: Release) -> None:
    api, namespace = started.cluster.api, started.namespace
    api.merge("vs", namespace, "hello", {"spec": {"hosts": ["other.example.com"]}})
    eventually(lambda: hosts(started), lambda seen: "other.example.com" not in seen, "the hosts restored", 5)
    api.delete("vs", namespace, "hello")
    eventually(lambda: hosts(started), lambda seen: f"hello.{namespace}" in seen, "the route made anew", 5)


def hosts(release: Release) -> list[str]:
    route = release.route()
    return [] if route is None else list(route["spec"]["hosts"])


def test_a_route_of_somebody_else_stays(release: New) -> None:
    hello = release()
    foreign = {
        "apiVersion": "networking.istio.io/v1beta1",
        "kind": "VirtualService",
        "metadata": {"name": "hello", "namespace": hello.namespace},
        "spec": {"hosts": ["theirs.example.com"], "http": [{"directResponse": {"status": 200}}]},
    }
    before = hello.cluster.api.create("vs", hello.namespace, foreign)
    hello.apply(blue_green(30, 70))
    hello.ready()
    eventually(lambda: [reason for reason, _ in events(hello)], lambda seen: "RouteNotOwned" in seen, "an Event")
    after = hello.route()
    assert after is not None
    assert after["metadata"]["resourceVersion"] == before["metadata"]["resourceVersion"]


def test_a_refused_template_is_an_event_that_names_the_line(started: Release) -> None:
    api, namespace = started.cluster.api, started.namespace
    routemap = api.get("cm", namespace, "hello-routemap")
    assert routemap is not None
    text = routemap["data"]["strSpec"].replace("{{ index .Weights 1 }}", "{{ printf .Weights }}")
    api.merge("cm", namespace, "hello-routemap", {"data": {"strSpec": text}})
    eventually(
        lambda: events(started), lambda seen: any("{{ printf .Weights }}" in said for _, said in seen), "an Event"
    )
    assert started.shares() == {"hello-0": 30, "hello-1": 70}


def test_an_invalid_route_is_an_event_with_what_the_api_server_says(started: Release) -> None:
    api, namespace = started.cluster.api, started.namespace
    routemap = api.get("cm", namespace, "hello-routemap")
    assert routemap is not None
    text = routemap["data"]["strSpec"].replace("number: 80", "number: eighty")
    api.merge("cm", namespace, "hello-routemap", {"data": {"strSpec": text}})
    eventually(lambda: [reason for reason, _ in events(started)], lambda seen: "RouteRefused" in seen, "an Event")
    assert started.shares() == {"hello-0": 30, "hello-1": 70}


def test_a_restart_applies_nothing(started: Release, controller: object) -> None:
    assert isinstance(controller, Controller)
    route = started.route()
    controller.stop()
    controller.start()
    time.sleep(2)
    after = started.route()
    assert route is not None
    assert after is not None
    assert after["metadata"]["resourceVersion"] == route["metadata"]["resourceVersion"]


def test_sigterm_ends_it_within_seconds(controller: object) -> None:
    assert isinstance(controller, Controller)
    assert controller.process is not None
    process = controller.process
    began = time.monotonic()
    controller.stop()
    seconds = time.monotonic() - began
    controller.start()
    assert process.returncode == 0
    assert seconds < 5
