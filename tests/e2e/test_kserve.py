"""KServe's models: each request passes the VirtualService twice, with Knative's local gateway between."""

from collections.abc import Callable, Iterator

import pytest

from tests.e2e import models
from tests.e2e.release import DEVIATIONS, Release, percent
from tests.e2e.stack import traffic
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Reply, Tally
from tests.e2e.values import Values

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

ASKED = "/"


@pytest.fixture(scope="module", autouse=True)
def gateway(stack: Stack, gateway_port: int) -> Iterator[None]:
    """Knative's local gateway is an Envoy, with the Gateway to which the VirtualService is bound."""
    with models.behind(stack, gateway_port):
        yield


def applied(hello: Release, stack: Stack, environment: str, values: Values) -> None:
    hello.apply(values)
    models.serve_predictors(stack, hello, models.PREDICTORS[environment])


def routed(hello: Release, weights: dict[str, int]) -> None:
    eventually(
        lambda: models.shares(hello.route(), "branch"), lambda seen: seen == weights, f"route with weights {weights}"
    )
    hello.settle()
    version = next(iter(weights))

    def right() -> str | None:  # the gateway's Envoy learns of it by itself
        tally = traffic.send(hello.port, hello.host, 20, ASKED)
        return None if tally.failed else "answered"

    eventually(right, lambda seen: seen is not None, f"answers by {version} through the gateway")


def sent(hello: Release, number: int, headers: dict[str, str] | None = None) -> Tally:
    tally = hello.requests(number, ASKED, headers)
    for reply in tally.replies:
        as_its_model_is_asked(reply, hello)
    return tally


def as_its_model_is_asked(reply: Reply, hello: Release) -> None:
    """The version got its own path and Host, and nothing of the way is left."""
    assert reply.body["path"] == f"/v2/models/{reply.version}/infer"
    assert reply.body["host"].startswith(f"{reply.version}-predictor")
    assert reply.body["host"].endswith(f".{hello.namespace}.svc.cluster.local")
    assert "branch" not in reply.body["headers"]


def splits(hello: Release, weights: dict[str, int], requests: int = 1000) -> None:
    routed(hello, weights)
    tally = sent(hello, requests)
    hello.record(tally, weights)
    for version, share in percent(weights).items():
        off = traffic.standard_deviations(tally.versions.pop(version, 0), requests, share / 100)
        assert off <= DEVIATIONS, f"{version}: {tally.versions} for {weights}"
    assert set(tally.versions) <= set(weights)


@pytest.mark.parametrize("environment", models.PREDICTORS)
def test_blue_green(release: New, stack: Stack, environment: str) -> None:
    hello = release()
    applied(hello, stack, environment, models.models(environment, "blue-green", {"weight": 30}, {"weight": 70}))
    hello.ready()
    splits(hello, {"hello-0": 30, "hello-1": 70})


def test_weights_changed_and_a_version_unready(release: New, stack: Stack) -> None:
    hello = release()
    applied(hello, stack, "kserve", models.models("kserve", "blue-green", {"weight": 30}, {"weight": 70}))
    hello.ready()
    routed(hello, {"hello-0": 30, "hello-1": 70})
    hello.apply(models.models("kserve", "blue-green", {"weight": 80}, {"weight": 20}))
    splits(hello, {"hello-0": 80, "hello-1": 20})
    hello.ready("hello-1", status="False")
    eventually(lambda: set(models.shares(hello.route(), "branch") or ()), lambda seen: seen == {"hello-0"}, "one left")
    hello.settle()
    eventually(
        lambda: traffic.send(hello.port, hello.host, 50, ASKED).versions,
        lambda seen: seen == {"hello-0": 50},
        "all by hello-0",
    )


def test_canary(release: New, stack: Stack) -> None:
    hello = release()
    match = {"match": [{"headers": {"team": {"exact": "qa"}}}]}
    applied(hello, stack, "kserve", models.models("kserve", "canary", {}, match))
    hello.ready()
    eventually(
        lambda: traffic.send(hello.port, hello.host, 20, ASKED, {"team": "qa"}).versions,
        lambda seen: seen == {"hello-1": 20},
        "the candidate for qa",
    )
    for headers, version in (({"team": "qa"}, "hello-1"), ({}, "hello-0"), ({"team": "dev"}, "hello-0")):
        tally = sent(hello, 100, headers)
        hello.record(tally, {version: 1})
        assert tally.versions == {version: 100}


def test_what_is_behind_the_first_slash_is_kept(release: New, stack: Stack) -> None:
    """As with the chart's routes: callers ask for a model at `/` alone."""
    hello = release()
    applied(hello, stack, "kserve", models.models("kserve", "blue-green", {"weight": 30}, {"weight": 70}))
    hello.ready()
    routed(hello, {"hello-0": 30, "hello-1": 70})
    for reply in hello.requests(20, "/v1").replies:
        assert reply.body["path"] == f"/v2/models/{reply.version}/inferv1"


def test_session_affinity(release: New, stack: Stack) -> None:
    hello = release()
    affinity = {"sessionAffinity": {"cookieName": "user-version", "maxAge": 600}}
    both = models.models("kserve", "blue-green", {"weight": 50}, {"weight": 50}, **affinity)
    applied(hello, stack, "kserve", both)
    hello.ready()
    routed(hello, {"hello-0": 50, "hello-1": 50})
    for reply in sent(hello, 20).replies:
        (cookie,) = reply.cookies
        again = sent(hello, 5, {"cookie": cookie.partition(";")[0]})
        assert again.versions == {reply.version: 5}
