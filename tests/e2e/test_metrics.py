"""Prometheus says of each version what its callers counted."""

import time
from collections.abc import Callable, Iterator

import pytest

from tests.e2e import models
from tests.e2e.measured import SLOW, WINDOW, Counted, agrees, counted, queries
from tests.e2e.release import Release
from tests.e2e.stack import traffic
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.local_gateway import LocalGateway
from tests.e2e.stack.prometheus import Prometheus, job
from tests.e2e.values import deployment
from tests.support.released import values

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

HALF = {"hello-0": 50, "hello-1": 50}


@pytest.fixture(scope="module")
def prometheus(
    stack: Stack, knative_gateway: LocalGateway, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Prometheus]:
    """It scrapes the caller's sidecar and the gateway."""
    envoys = job("envoy", stack.sidecar.admin_port, knative_gateway.admin_port)
    server = Prometheus(tmp_path_factory.mktemp("prometheus"), [envoys])
    try:
        server.process.start()
        yield server
    finally:
        server.process.stop()


def ill(stack: Stack, hello: Release, name: str = "hello-1") -> None:
    """From now on a version fails every fourth request, and is slow."""
    pod = stack.pods.running[hello.namespace, name]
    pod.fails_every, pod.seconds = 4, SLOW


def asked(hello: Release, number: int) -> dict[str, Counted]:
    """What callers count of a number of requests."""
    return counted(traffic.send(hello.port, hello.host, number))


def compare(hello: Release, prometheus: Prometheus, by_caller: dict[str, Counted], window: int = WINDOW) -> None:
    for name, version in by_caller.items():
        for each in queries(hello)[name]:
            if each.source != "queue-proxy":  # none runs here
                said = agrees(prometheus, each, version, window)
                hello.figures.note(hello.scenario, f"{name} by {each.source}: {said}", version.requests)


def caught_up(prometheus: Prometheus) -> float:
    """Wait until Prometheus has all that was sent; returns a moment after it, at which a window may begin."""
    prometheus.catch_up()
    time.sleep(2)
    return time.time() - 1


def since(moment: float) -> int:
    """The window from then on."""
    return round(time.time() - moment)


@pytest.mark.parametrize("environment", ["deployment-istio", "deployment-gtw"])
def test_deployments(release: New, stack: Stack, prometheus: Prometheus, environment: str) -> None:
    """Errors of the first second count, and what was before the window does not."""
    hello = release()
    hello.apply(deployment(environment, "blue-green", {"weight": 50}, {"weight": 50}))
    hello.ready()
    hello.routed(HALF)
    eventually(lambda: set(hello.requests(20).versions), lambda seen: seen == {*HALF}, "answers of both")
    ill(stack, hello)
    began = caught_up(prometheus)
    by_caller = asked(hello, 400)
    assert by_caller["hello-1"].errors > 20
    prometheus.catch_up()
    compare(hello, prometheus, by_caller, since(began))
    increase = f"sum(increase({queries(hello)['hello-1'][0].errors_counter}[{since(began)}s]))"
    hello.figures.note(hello.scenario, f"increase() has {prometheus.count(increase):.1f} errors of hello-1")


def test_callers_choose(release: New, stack: Stack, prometheus: Prometheus) -> None:
    """The environment deployment has no route: callers name a version, and their sidecar counts."""
    hello = release()
    hello.apply(values("deployment", "none", application={"port": 8080}))
    ill(stack, hello)
    hello.settle()
    hello.entry = stack.sidecar.listeners[8080]
    for name in HALF:
        host = f"{name}.{hello.namespace}"
        eventually(lambda: traffic.send(hello.port, host, 1).failed, lambda failed: not failed, f"answers of {name}")  # noqa: B023
    began = caught_up(prometheus)
    sent = traffic.send(hello.port, f"hello-0.{hello.namespace}", 120)
    sent.add(traffic.send(hello.port, f"hello-1.{hello.namespace}", 80))
    by_caller = counted(sent)
    assert [by_caller[name].requests for name in HALF] == [120, 80]
    prometheus.catch_up()
    compare(hello, prometheus, by_caller, since(began))


@pytest.mark.parametrize("environment", models.PREDICTORS)
def test_kserve(
    release: New, stack: Stack, knative_gateway: LocalGateway, prometheus: Prometheus, environment: str
) -> None:
    """Each request passes two Envoys three times, and counts once."""
    hello = release()
    with models.behind(stack, knative_gateway.port):
        hello.apply(models.models(environment, "blue-green", {"weight": 50}, {"weight": 50}))
        models.serve_predictors(stack, hello, models.PREDICTORS[environment])
        hello.ready()
        eventually(lambda: models.shares(hello.route(), "branch"), lambda seen: seen == HALF, "the route")
        hello.settle()
        eventually(lambda: traffic.send(hello.port, hello.host, 20).failed, lambda failed: not failed, "answers")
        ill(stack, hello)
        began = caught_up(prometheus)
        by_caller = asked(hello, 200)
        assert by_caller["hello-1"].errors > 10
        prometheus.catch_up()
        compare(hello, prometheus, by_caller, since(began))


def test_a_version_that_does_not_answer(release: New, stack: Stack, prometheus: Prometheus) -> None:
    """The 503 that Envoy makes in its place is the version's error."""
    hello = release()
    hello.apply(deployment("deployment-istio", "blue-green", {"weight": 0}, {"weight": 100}))
    hello.ready()
    hello.routed({"hello-1": 100})
    hello.answered_by("hello-1", 20)
    hello.cluster.api.delete("we", hello.namespace, "hello-1-pod")
    eventually(lambda: traffic.send(hello.port, hello.host, 5).failed, lambda failed: failed == 5, "no answers")
    began = caught_up(prometheus)
    tally = traffic.send(hello.port, hello.host, 50)
    assert [reply.status for reply in tally.replies] == [503] * 50
    prometheus.catch_up()
    (best,) = queries(hello)["hello-1"]
    assert prometheus.value(best.errors(since(began))) == prometheus.value(best.requests(since(began))) == 50
    assert prometheus.value(best.error_ratio(since(began))) == 1


def test_copies(release: New, stack: Stack, prometheus: Prometheus) -> None:
    """Copies count as the candidate's requests; a candidate that fails is seen although no caller sees it."""
    hello = release()
    hello.apply(deployment("deployment-istio", "mirror", {}, {"weight": 50}))
    hello.ready()
    hello.routed({"hello-0": 1})
    ill(stack, hello)
    pod = stack.pods.running[hello.namespace, "hello-1"]
    eventually(lambda: bool(hello.requests(5)) and bool(pod.received), bool, "a copy at the candidate")
    hello.answered_by("hello-0", 300)
    prometheus.catch_up()
    (primary,), (candidate,) = queries(hello).values()
    assert prometheus.count(primary.errors(WINDOW)) == 0
    copies, errors = prometheus.count(candidate.requests(WINDOW)), prometheus.count(candidate.errors(WINDOW))
    assert copies == pod.received.total()
    assert errors == pod.received.total() // pod.fails_every
    hello.figures.note(
        hello.scenario, f"{copies:.0f} copies at hello-1, {errors:.0f} with an error, none seen by callers"
    )


def test_nothing_was_asked(release: New, prometheus: Prometheus) -> None:
    """Without requests there is no share of errors and no latency, rather than a good one."""
    hello = release()
    hello.apply(deployment("deployment-istio", "blue-green", {"weight": 100}, {"weight": 0}))
    hello.ready()
    hello.routed({"hello-0": 100})
    hello.requests(20)
    prometheus.catch_up()
    idle = queries(hello)["hello-1"][0]
    assert prometheus.count(idle.requests(WINDOW)) == 0
    assert prometheus.value(idle.error_ratio(WINDOW)) is None
    assert prometheus.value(idle.latency(0.95, WINDOW)) is None
