"""A cluster moves from Iter8's controller to this project's own, and back, while requests flow to every release."""

import functools
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.e2e import controller_process, engine, iter8
from tests.e2e.controller_installation import Installation
from tests.e2e.controller_process import Controller
from tests.e2e.release import Release, Weights
from tests.e2e.release_finalizers import release_finalizers
from tests.e2e.stack.api import Object
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import blue_green

pytestmark = [
    pytest.mark.local_envoy,
    pytest.mark.skipif(iter8.binary() is None, reason="needs Iter8's controller: set ITER8_BIN"),
]

New = Callable[..., Release]

FINALIZER = "iter8.tools/finalizer"
BOTH: Weights = {"NAME-0": 30, "NAME-1": 70}
LINGER = 60
"""Seconds until this project's controller takes the finalizer off what is in no route."""


@pytest.fixture
def theirs(stack: Stack, controller: object) -> Controller:
    """Iter8's controller, with nothing to do."""
    assert isinstance(controller, Controller)
    controller_process.renew(controller, stack)
    return controller


@pytest.fixture
def ours(stack: Stack, routing_installed: Installation) -> Iterator[Controller]:
    """This project's own controller, not started yet."""
    process = engine.engine(stack, routing_installed)
    yield process
    process.stop()


@pytest.fixture
def releases(release: New, theirs: Controller) -> list[Release]:
    """Three releases of two versions, with routes that Iter8's controller has applied."""
    made = [release(name) for name in ("one", "two", "three")]
    for each in made:
        each.apply(blue_green(30, 70))
        each.ready()
    for each in made:
        routed(each, BOTH)
    controller_process.idle(theirs)
    return made


def routed(release: Release, weights: Weights) -> None:
    """Wait for the route; `NAME` is the release's."""
    release.routed({version.replace("NAME", release.name): weight for version, weight in weights.items()})


@contextmanager
def flowing(releases: list[Release], note: str) -> Iterator[None]:
    """Requests flow to every release in the meantime; none may fail."""
    flows = [Flow(release.port, release.host) for release in releases]
    tallies = [flow.__enter__() for flow in flows]
    try:
        yield
    finally:
        for flow in flows:
            flow.__exit__()
    for release, tally in zip(releases, tallies, strict=True):
        release.record(tally, note=note)
        assert tally.sent > 100
        assert tally.failed == 0, f"{release.name}: {tally.explain()}"


def managers(release: Release) -> set[str]:
    """Who has applied fields of the route."""
    return {entry["manager"] for entry in found(release)["metadata"]["managedFields"]}


def found(release: Release) -> Object:
    route = release.route()
    assert route is not None
    return route


def owned_by_its_routemap(release: Release) -> bool:
    routemap = release.cluster.api.get("cm", release.namespace, f"{release.name}-routemap")
    assert routemap is not None
    return [each["uid"] for each in found(release)["metadata"]["ownerReferences"]] == [routemap["metadata"]["uid"]]


def held(releases: list[Release], kind: str) -> set[str]:
    """The objects of a kind that have the finalizer, routemaps excepted."""
    items = releases[0].cluster.api.list(kind, releases[0].namespace)
    return {item["metadata"]["name"] for item in items if FINALIZER in item["metadata"].get("finalizers", ())}


def drained(release: Release, stack: Stack, version: str) -> None:
    """Wait until a deleted version is gone; its Service goes then, as Knative's does."""
    read = functools.partial(stack.api.get, "ksvc", release.namespace, version)
    eventually(read, lambda seen: seen is None, f"{version} gone", 90)
    stack.knative.remove(release.namespace, version)


def delete(release: Release, version: str) -> None:
    release.cluster.kubectl("delete", f"ksvc/{version}", "-n", release.namespace, "--wait=false")


def test_to_the_routing_controller_and_back(
    releases: list[Release], theirs: Controller, ours: Controller, stack: Stack
) -> None:
    one, two, three = releases
    versions = {f"{each.name}-{number}" for each in releases for number in (0, 1)}
    configs = {f"{version}-weight-config" for version in versions}
    assert (held(releases, "ksvc"), held(releases, "cm")) == (versions, configs)
    specs = [found(each)["spec"] for each in releases]
    # In no routemap, and watched by Iter8's controller all the same.
    stray = {"metadata": {"name": "stray", "labels": {"iter8.tools/watch": "true"}, "finalizers": [FINALIZER]}}
    stack.api.create("cm", one.namespace, stray)

    with flowing(releases, "while the cluster moved to cdk8s-iter8's controller"):
        theirs.stop()
        delete(three, "three-1")  # while none runs
        time.sleep(2)
        assert stack.api.get("ksvc", three.namespace, "three-1") is not None
        began = time.monotonic()
        ours.start()
        eventually(lambda: [managers(each) for each in releases], lambda seen: seen == [{"cdk8s-iter8"}] * 3, "moved")
        seconds = time.monotonic() - began
        drained(three, stack, "three-1")
        assert [found(each)["spec"] for each in (one, two)] == specs[:2]
        assert all(map(owned_by_its_routemap, releases))
        one.ready("one-1", status="False")
        routed(one, {"NAME-0": 1})
        one.ready("one-1")
        routed(one, BOTH)
        routed(three, {"NAME-0": 1})
    one.figures.note(one.scenario, f"routes were cdk8s-iter8's {seconds:.1f} s after its start")

    # Iter8's finalizers: they stay on versions in a route, and go from everything else.
    live = versions - {"three-1"}
    eventually(lambda: held(releases, "cm"), lambda seen: not seen, "no finalizer on a ConfigMap", LINGER + 30)
    assert held(releases, "ksvc") == live

    with flowing(releases, "while the cluster moved back to Iter8's controller"):
        ours.stop()
        delete(two, "two-1")
        time.sleep(2)
        assert stack.api.get("ksvc", two.namespace, "two-1") is not None
        began = time.monotonic()
        theirs.start()
        eventually(
            lambda: ["iter8-controller" in managers(each) for each in releases], lambda seen: seen == [True] * 3, "back"
        )
        seconds = time.monotonic() - began
        drained(two, stack, "two-1")
        assert found(one)["spec"] == specs[0]
        assert all(map(owned_by_its_routemap, releases))
        one.ready("one-1", status="False")
        routed(one, {"NAME-0": 1})
        one.ready("one-1")
        routed(one, BOTH)
        routed(two, {"NAME-0": 1})
    one.figures.note(one.scenario, f"routes were Iter8's {seconds:.1f} s after its start")
    for each in releases:
        stack.kubectl("delete", "-f", str(each.dist), "--ignore-not-found", "--timeout=60s")
        eventually(each.route, lambda seen: seen is None, "the VirtualService gone", 60)


def test_iter8_is_removed_for_good(releases: list[Release], theirs: Controller, stack: Stack) -> None:
    """What Iter8's controller has left on users' objects, the command takes off, without any controller."""
    theirs.stop(signal.SIGKILL)
    one = releases[0]
    with flowing(releases, "while no controller ran"):
        delete(one, "one-1")
        time.sleep(2)
        assert stack.api.get("ksvc", one.namespace, "one-1") is not None
        said = release_finalizers(stack, "-n", one.namespace, "--dry-run")
        assert stack.api.get("ksvc", one.namespace, "one-1") is not None
        assert len(said) == len(held(releases, "ksvc") | held(releases, "cm"))
        assert f"services.serving.knative.dev {one.namespace}/two-1: would be released" in said
    release_finalizers(stack, "-n", one.namespace)
    assert not held(releases, "ksvc") | held(releases, "cm")
    assert stack.api.get("ksvc", one.namespace, "one-1") is None
    stack.kubectl("delete", "namespace", one.namespace, "--timeout=60s")
    theirs.start()
