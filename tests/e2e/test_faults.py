"""Parts of the stack fail while requests flow: no request may fail, and what was declared is reached afterwards."""

import functools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.e2e import mutants
from tests.e2e.controller_process import Controller, idle, renew
from tests.e2e.release import Release, Weights
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import blue_green

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

CHANGES = 1000


@contextmanager
def flowing(release: Release, note: str) -> Iterator[None]:
    """Requests flow in the meantime; none may fail."""
    with Flow(release.port, release.host) as tally:
        yield
    release.record(tally, note=note)
    assert tally.sent > 100
    assert tally.failed == 0, f"{tally.failed} of {tally.sent} requests failed: {tally.explain()}"


@pytest.fixture
def started(release: New, stack: Stack, controller: object) -> Release:
    """The seed's release, with its route; the controller has nothing else to do."""
    renew(controller, stack)
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    return hello


def weigh(release: Release, version: str, weight: int) -> None:
    """What `kubectl annotate` does to a weight-config."""
    annotations = {"metadata": {"annotations": {"iter8.tools/weight": str(weight)}}}
    release.cluster.api.merge("cm", release.namespace, f"{version}-weight-config", annotations)


def reached(release: Release, weights: Weights) -> None:
    """Wait longer than usual: after a fault, clients back off before they connect again."""
    declared = {version: 100 * weight / sum(weights.values()) for version, weight in weights.items()}
    eventually(release.shares, lambda seen: seen == declared, f"route with shares {declared}", 120)
    release.splits(weights)


def test_api_server_restarted_during_a_weight_change(started: Release, stack: Stack, controller: object) -> None:
    restarts = controller.restarts if isinstance(controller, Controller) else 0
    with flowing(started, "while the API server was restarted"):
        weigh(started, "hello-0", 80)
        stack.apiserver.process.stop()
        time.sleep(1)
        stack.apiserver.process.start()
        eventually(functools.partial(weighed, started, "hello-1", 20), bool, "the API server takes a change", 60)
        reached(started, {"hello-0": 80, "hello-1": 20})
    if isinstance(controller, Controller):
        started.figures.note(started.scenario, f"the controller ended by itself {controller.restarts - restarts} times")


def weighed(release: Release, version: str, weight: int) -> bool:
    try:
        weigh(release, version, weight)
    except OSError:
        return False
    return True


def test_istiod_restarted(started: Release, stack: Stack) -> None:
    """Envoy goes on with what it has, and gets what changed in the meantime when istiod is back."""
    with flowing(started, "while istiod was restarted"):
        stack.istiod.process.stop()
        weigh(started, "hello-0", 90)
        weigh(started, "hello-1", 10)
        time.sleep(1)
        stack.istiod.process.start()
        reached(started, {"hello-0": 90, "hello-1": 10})


def test_routemap_edited_by_hand(started: Release, stack: Stack) -> None:
    """The route follows the edit, and the next apply of the files undoes it."""
    with flowing(started, "while the routemap was edited"):
        routemap = stack.api.get("cm", started.namespace, "hello-routemap")
        assert routemap is not None
        edited = {"data": {"strSpec": mutants.swap_weights(routemap["data"]["strSpec"])}}
        stack.api.merge("cm", started.namespace, "hello-routemap", edited)
        started.routed({"hello-0": 70, "hello-1": 30})
        started.apply(None)
        started.splits({"hello-0": 30, "hello-1": 70})


def test_broken_routemap_leaves_the_route(started: Release, stack: Stack, controller: object) -> None:
    """A template that is no template changes nothing; the next apply repairs it."""
    routemap = stack.api.get("cm", started.namespace, "hello-routemap")
    assert routemap is not None
    broken = {"data": {"strSpec": routemap["data"]["strSpec"].replace("{{- end }}", "", 1)}}
    with flowing(started, "while the routemap was broken"):
        stack.api.merge("cm", started.namespace, "hello-routemap", broken)
        idle(controller)  # it hears of routemaps and of weights in no order
        weigh(started, "hello-0", 90)
        time.sleep(2)
        assert started.shares() == {"hello-0": 30, "hello-1": 70}
        started.apply(None)
        started.apply(blue_green(60, 40))
        started.splits({"hello-0": 60, "hello-1": 40})


def test_thousand_weight_changes(started: Release, controller: object) -> None:
    """Weights change a thousand times in a row while requests flow."""
    with flowing(started, f"while weights changed {CHANGES} times"):
        before = generation(started)
        began = time.monotonic()
        for change in range(1, CHANGES):
            weigh(started, f"hello-{change % 2}", 1 + change % 99)
        weigh(started, "hello-0", 25)
        weigh(started, "hello-1", 75)
        seconds = time.monotonic() - began
        if isinstance(controller, Controller) and controller.slow:
            # It deals with each change after the other, with ten requests a second; a fresh one sees the last state.
            controller.stop()
            controller.start()
        reached(started, {"hello-0": 25, "hello-1": 75})
    routes = generation(started) - before
    started.figures.note(started.scenario, f"{CHANGES + 1} changes in {seconds:.1f} s made {routes} routes")


def generation(release: Release) -> int:
    route = release.route()
    return 0 if route is None else int(route["metadata"]["generation"])


def test_thousand_routes(started: Release, stack: Stack) -> None:
    """The route itself changes a thousand times while requests flow."""
    route = started.route()
    assert route is not None
    with flowing(started, f"while the route changed {CHANGES} times"):
        for change in range(CHANGES):
            destinations = route["spec"]["http"][-1]["route"]
            for destination, weight in zip(destinations, (change % 99 + 1, 99 - change % 99), strict=True):
                destination["weight"] = weight
            stack.api.merge("vs", started.namespace, "hello", {"spec": {"http": route["spec"]["http"]}})
        started.settle()
    assert generation(started) > CHANGES / 2
