"""Deployments behind Gateway API: istiod takes the HTTPRoute, with the release's Service as its parent."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.e2e.release import Release
from tests.e2e.stack.eventually import eventually
from tests.e2e.values import deployment

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

release_of = partial(deployment, "deployment-gtw")


def accepted(release: Release) -> None:
    """Istiod accepts the route and resolves its references."""

    def conditions() -> dict[str, str]:
        route = release.route()
        assert route is not None
        every = [condition for parent in route["status"].get("parents", []) for condition in parent["conditions"]]
        newest = [
            condition for condition in every if condition["observedGeneration"] == route["metadata"]["generation"]
        ]
        return {condition["type"]: condition["status"] for condition in newest}

    eventually(
        conditions,
        lambda seen: seen.get("Accepted") == seen.get("ResolvedRefs") == "True",
        f"HTTPRoute {release.name} accepted with its references resolved",
    )
    release.settle()


def test_blue_green(release: New) -> None:
    hello = release()
    hello.apply(release_of("blue-green", {"weight": 30}, {"weight": 70}))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    accepted(hello)
    hello.splits({"hello-0": 30, "hello-1": 70})
    hello.ready("hello-1", status="False")
    hello.splits({"hello-0": 1}, requests=100)


def test_canary(release: New) -> None:
    hello = release()
    qa, ops = ({"match": [{"headers": {"team": {"exact": team}}}]} for team in ("qa", "ops"))
    hello.apply(release_of("canary", {}, qa, ops))
    hello.ready()
    hello.ruled("hello-1", "hello-2", "hello-0")
    accepted(hello)
    hello.answered_by("hello-0")
    hello.answered_by("hello-1", headers={"team": "qa"})
    hello.answered_by("hello-2", headers={"team": "ops"})
