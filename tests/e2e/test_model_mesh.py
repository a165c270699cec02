"""ModelMesh: one Service serves every model, and a header of the request names the model."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.e2e import models
from tests.e2e.release import DEVIATIONS, Release, percent
from tests.e2e.stack import traffic
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.echo import Echo
from tests.e2e.stack.eventually import eventually

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

ENVIRONMENT = "kserve-modelmesh-istio"
HEADER = "mm-vmodel-id"


@pytest.fixture(scope="module", autouse=True)
def mesh(stack: Stack) -> Echo:
    return models.model_mesh(stack)


def asked(hello: Release, stack: Stack, number: int, headers: dict[str, str] | None = None) -> Counter[str]:
    """How often each model was asked for."""
    hello.entry = stack.sidecar.listeners[models.MESH_PORT]
    tally = hello.requests(number, headers=headers)
    return Counter(reply.body["headers"][HEADER] for reply in tally.replies)


def routed(hello: Release, weights: dict[str, int]) -> None:
    eventually(
        lambda: models.shares(hello.route(), HEADER), lambda seen: seen == weights, f"route with weights {weights}"
    )
    hello.settle()


def splits(hello: Release, stack: Stack, weights: dict[str, int], requests: int = 1000) -> None:
    routed(hello, weights)
    counted = asked(hello, stack, requests)
    for version, share in percent(weights).items():
        off = traffic.standard_deviations(counted[version], requests, share / 100)
        assert off <= DEVIATIONS, f"{counted} for {weights}"
    assert set(counted) <= set(weights)


def test_blue_green(release: New, stack: Stack) -> None:
    hello = release()
    hello.apply(models.models(ENVIRONMENT, "blue-green", {"weight": 30}, {"weight": 70}))
    hello.ready()
    splits(hello, stack, {"hello-0": 30, "hello-1": 70})
    hello.apply(models.models(ENVIRONMENT, "blue-green", {"weight": 80}, {"weight": 20}))
    splits(hello, stack, {"hello-0": 80, "hello-1": 20})
    hello.ready("hello-0", status="False")
    routed(hello, {"hello-1": 20})
    assert asked(hello, stack, 100) == {"hello-1": 100}


def test_canary(release: New, stack: Stack) -> None:
    hello = release()
    match = {"match": [{"headers": {"team": {"exact": "qa"}}}]}
    hello.apply(models.models(ENVIRONMENT, "canary", {}, match))
    hello.ready()
    eventually(lambda: len((hello.route() or {"spec": {"http": []}})["spec"]["http"]), lambda n: n == 2, "both rules")
    hello.settle()
    assert asked(hello, stack, 100, {"team": "qa"}) == {"hello-1": 100}
    assert asked(hello, stack, 100) == {"hello-0": 100}


def test_a_model_that_callers_name_is_not_believed(release: New, stack: Stack) -> None:
    hello = release()
    hello.apply(models.models(ENVIRONMENT, "blue-green", {"weight": 100}, {"weight": 0}))
    hello.ready()
    eventually(lambda: models.shares(hello.route(), HEADER), bool, "a route")
    hello.settle()
    assert asked(hello, stack, 50, {HEADER: "another"}) == {"hello-0": 50}
