"""Parts of the stack fail while requests flow: no request may fail, and what was declared is reached afterwards."""

import functools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.e2e import mutants
from tests.e2e.iter8 import Controller
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


def started(release: New) -> Release:
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


def test_api_server_restarted_during_a_weight_change(release: New, stack: Stack, controller: object) -> None:
    hello = started(release)
    restarts = controller.restarts if isinstance(controller, Controller) else 0
    with flowing(hello, "while the API server was restarted"):
        weigh(hello, "hello-0", 80)
        stack.apiserver.process.stop()
        time.sleep(1)
        stack.apiserver.process.start()
        eventually(functools.partial(weighed, hello, "hello-1", 20), bool, "the API server takes a change", 60)
        reached(hello, {"hello-0": 80, "hello-1": 20})
    if isinstance(controller, Controller):
        hello.figures.note(hello.scenario, f"the controller ended by itself {controller.restarts - restarts} times")


def weighed(release: Release, version: str, weight: int) -> bool:
    try:
        weigh(release, version, weight)
    except OSError:
        return False
    return True


def test_istiod_restarted(release: New, stack: Stack) -> None:
    """Envoy goes on with what it has, and gets what changed in the meantime when istiod is back."""
    hello = started(release)
    with flowing(hello, "while istiod was restarted"):
        stack.istiod.process.stop()
        weigh(hello, "hello-0", 90)
        weigh(hello, "hello-1", 10)
        time.sleep(1)
        stack.istiod.process.start()
        reached(hello, {"hello-0": 90, "hello-1": 10})


def test_routemap_edited_by_hand(release: New, stack: Stack) -> None:
    """The route follows the edit, and the next apply of the files undoes it."""
    hello = started(release)
    with flowing(hello, "while the routemap was edited"):
        routemap = stack.api.get("cm", hello.namespace, "hello-routemap")
        assert routemap is not None
        edited = {"data": {"strSpec": mutants.swap_weights(routemap["data"]["strSpec"])}}
        stack.api.merge("cm", hello.namespace, "hello-routemap", edited)
        hello.routed({"hello-0": 70, "hello-1": 30})
        hello.apply(None)
        hello.splits({"hello-0": 30, "hello-1": 70})


def test_broken_routemap_leaves_the_route(release: New, stack: Stack) -> None:
    """A template that is no template changes nothing; the next apply repairs it."""
    hello = started(release)
    routemap = stack.api.get("cm", hello.namespace, "hello-routemap")
    assert routemap is not None
    broken = {"data": {"strSpec": routemap["data"]["strSpec"].replace("{{- end }}", "", 1)}}
    with flowing(hello, "while the routemap was broken"):
        stack.api.merge("cm", hello.namespace, "hello-routemap", broken)
        time.sleep(5)  # the controller hears of routemaps and of weights in no order
        weigh(hello, "hello-0", 90)
        time.sleep(2)
        assert hello.shares() == {"hello-0": 30, "hello-1": 70}
        hello.apply(None)
        hello.apply(blue_green(60, 40))
        hello.splits({"hello-0": 60, "hello-1": 40})


def test_thousand_weight_changes(release: New, controller: object) -> None:
    """Weights change a thousand times in a row while requests flow."""
    hello = started(release)
    with flowing(hello, f"while weights changed {CHANGES} times"):
        before = generation(hello)
        began = time.monotonic()
        for change in range(1, CHANGES):
            weigh(hello, f"hello-{change % 2}", 1 + change % 99)
        weigh(hello, "hello-0", 25)
        weigh(hello, "hello-1", 75)
        seconds = time.monotonic() - began
        if isinstance(controller, Controller):
            # It deals with each change after the other, with five requests a second; a fresh one sees the last state.
            controller.stop()
            controller.start()
        reached(hello, {"hello-0": 25, "hello-1": 75})
    routes = generation(hello) - before
    hello.figures.note(hello.scenario, f"{CHANGES + 1} changes in {seconds:.1f} s made {routes} routes")


def generation(release: Release) -> int:
    route = release.route()
    return 0 if route is None else int(route["metadata"]["generation"])


def test_thousand_routes(release: New, stack: Stack) -> None:
    """The route itself changes a thousand times while requests flow."""
    hello = started(release)
    route = hello.route()
    assert route is not None
    with flowing(hello, f"while the route changed {CHANGES} times"):
        for change in range(CHANGES):
            destinations = route["spec"]["http"][-1]["route"]
            for destination, weight in zip(destinations, (change % 99 + 1, 99 - change % 99), strict=True):
                destination["weight"] = weight
            stack.api.merge("vs", hello.namespace, "hello", {"spec": {"http": route["spec"]["http"]}})
        hello.settle()
    assert generation(hello) > CHANGES / 2
