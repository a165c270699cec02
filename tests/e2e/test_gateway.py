"""Callers without a sidecar: a second Envoy as the gateway that a release is bound to."""

from collections.abc import Callable

import pytest

from tests.e2e.release import Release
from tests.e2e.stack import traffic
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.knative import GATEWAY, GATEWAY_HOST
from tests.e2e.stack.local_gateway import NAMESPACE
from tests.e2e.values import Values, blue_green

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]


def cluster_local(*weights: int) -> Values:
    """The two lines of values for the cluster-local set-up, with their release."""
    return {
        **blue_green(*weights),
        "gateway": f"{NAMESPACE}/{GATEWAY}",
        "service": {"externalName": GATEWAY_HOST},
    }


def test_cluster_local(release: New, stack: Stack, gateway_port: int) -> None:
    """The release's Service leads callers to Knative's local gateway, which splits as declared."""
    hello = release()
    hello.apply(cluster_local(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    service = stack.api.get("svc", hello.namespace, "hello")
    assert service is not None
    assert service["spec"]["externalName"] == GATEWAY_HOST
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=300)
    sidecarless = through(gateway_port, hello)
    sidecarless.splits({"hello-0": 30, "hello-1": 70})


def test_not_bound(release: New, gateway_port: int) -> None:
    """Without the gateway in its values, a release is not served there."""
    hello, bound = release("hello"), release("bound")
    hello.apply(blue_green(30, 70))
    bound.apply(cluster_local(30, 70))
    hello.ready()
    bound.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    bound.routed({"bound-0": 30, "bound-1": 70})
    through(gateway_port, bound).requests(20)
    tally = traffic.send(gateway_port, hello.host, 20)
    assert {reply.status for reply in tally.replies} == {404}


def through(port: int, release: Release) -> Release:
    """The release as the gateway's callers see it, once the gateway knows it."""

    def served() -> bool:
        return traffic.send(port, release.host, 1).failed == 0

    eventually(served, bool, f"{release.host} at the gateway")
    release.entry = port
    return release
