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
    for started in made:
        started.apply(blue_green(30, 70))
        started.ready()
    for started in made:
        routed(started, BOTH)
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
    return [owner["uid"] for owner in found(release)["metadata"]["ownerReferences"]] == [routemap["metadata"]["uid"]]


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
    versions = {f"{release.name}-{number}" for release in releases for number in (0, 1)}
    configs = {f"{version}-weight-config" for version in versions}
    assert (held(releases, "ksvc"), held(releases, "cm")) == (versions, configs)
    # In no routemap, and watched by Iter8's controller all the same.
    stray = {"metadata": {"name": "stray", "labels": {"iter8.tools/watch": "true"}, "finalizers": [FINALIZER]}}
    stack.api.create("cm", one.namespace, stray)

    with flowing(releases, "while the cluster moved to cdk8s-iter8's controller"):
        take_over(theirs, ours, releases, gone=three, stack=stack)
        assert [managers(release) for release in releases] == [{"cdk8s-iter8"}] * 3
    # Iter8's finalizers: they stay on versions in a route, and go from everything else.
    eventually(lambda: held(releases, "cm"), lambda seen: not seen, "no finalizer on a ConfigMap", LINGER + 30)
    assert held(releases, "ksvc") == versions - {"three-1"}

    with flowing(releases, "while the cluster moved back to Iter8's controller"):
        take_over(ours, theirs, releases, gone=two, stack=stack)
        # Iter8's applies by force and leaves the other's entry: what both have set, both own.
        assert managers(one) == {"cdk8s-iter8", "iter8-controller"}
    controller_process.idle(theirs)
    left = versions - {"three-1", "two-1"}
    assert held(releases, "ksvc") == left
    assert held(releases, "cm") >= {f"{version}-weight-config" for version in left}

    with flowing(releases, "while the cluster moved to cdk8s-iter8's controller once more"):
        take_over(theirs, ours, releases, gone=one, stack=stack)
        assert managers(one) == {"cdk8s-iter8"}
    for release in releases:
        stack.kubectl("delete", "-f", str(release.dist), "--ignore-not-found", "--timeout=60s")
        eventually(release.route, lambda seen: seen is None, "the VirtualService gone", 60)
    ours.stop()
    theirs.start()


def take_over(former: Controller, next_: Controller, releases: list[Release], gone: Release, stack: Stack) -> None:
    """Stop one controller and start the other; a version of one release is deleted while neither runs."""
    manager = "iter8-controller" if next_.slow else "cdk8s-iter8"
    others = [release for release in releases if release is not gone]
    before = [found(release)["spec"] for release in others]
    former.stop()
    delete(gone, f"{gone.name}-1")
    time.sleep(2)
    assert stack.api.get("ksvc", gone.namespace, f"{gone.name}-1") is not None
    began = time.monotonic()
    next_.start()
    drained(gone, stack, f"{gone.name}-1")
    eventually(lambda: managers(gone), lambda seen: manager in seen, f"{gone.name} is of {manager}")
    seconds = time.monotonic() - began
    gone.figures.note(gone.scenario, f"{manager}: the deleted version was gone {seconds:.1f} s after its start")
    routed(gone, {"NAME-0": 1})
    assert [found(release)["spec"] for release in others] == before
    assert all(map(owned_by_its_routemap, releases))
    for release in others:
        shares = release.shares()
        assert shares is not None
        if f"{release.name}-1" in shares:
            release.ready(f"{release.name}-1", status="False")
            routed(release, {"NAME-0": 1})
            release.ready(f"{release.name}-1")
            routed(release, BOTH)


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
