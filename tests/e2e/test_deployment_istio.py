"""Deployments behind Istio: each version's Service is reached by its own selector and port."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.e2e.copies import half_is_copied
from tests.e2e.release import Release
from tests.e2e.stack.cluster import Stack
from tests.e2e.values import deployment

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

release_of = partial(deployment, "deployment-istio")


def test_blue_green(release: New) -> None:
    hello = release()
    hello.apply(release_of("blue-green", {"weight": 30}, {"weight": 70}))
    hello.splits({"hello-0": 1}, requests=100)
    hello.ready()
    hello.splits({"hello-0": 30, "hello-1": 70})
    hello.apply(release_of("blue-green", {"weight": 80}, {"weight": 20}))
    hello.splits({"hello-0": 80, "hello-1": 20})
    hello.ready("hello-0", status="False")
    hello.splits({"hello-1": 1}, requests=100)


def test_three_versions_first_candidate_unready(release: New) -> None:
    hello = release()
    hello.apply(release_of("blue-green", {"weight": 50}, {"weight": 30}, {"weight": 20}))
    hello.ready("hello-0", "hello-2")
    hello.splits({"hello-0": 50, "hello-2": 20})


def test_canary(release: New) -> None:
    hello = release()
    qa, ops = ({"match": [{"headers": {"team": {"exact": team}}}]} for team in ("qa", "ops"))
    hello.apply(release_of("canary", {}, qa, ops))
    hello.ready("hello-0", "hello-2")
    hello.ruled("hello-2", "hello-0")
    hello.answered_by("hello-0", headers={"team": "qa"})
    hello.answered_by("hello-2", headers={"team": "ops"})
    hello.ready("hello-1")
    hello.ruled("hello-1", "hello-2", "hello-0")
    hello.answered_by("hello-1", headers={"team": "qa"})
    hello.answered_by("hello-0")


def test_mirror(release: New, stack: Stack) -> None:
    """The primary answers everything once; the candidate receives half of it."""
    hello = release()
    hello.apply(release_of("mirror", {}, {"weight": 50}))
    hello.ready()
    hello.routed({"hello-0": 1})
    half_is_copied(hello, stack)


def test_session_affinity(release: New) -> None:
    hello = release()
    affinity = {"sessionAffinity": {"cookieName": "user-version", "maxAge": 600}}
    hello.apply(release_of("blue-green", {"weight": 50}, {"weight": 50}, **affinity))
    hello.ready()
    hello.routed({"hello-0": 50, "hello-1": 50})
    for reply in hello.requests(20).replies:
        (cookie,) = reply.cookies
        again = hello.requests(5, headers={"cookie": cookie.partition(";")[0]})
        assert again.versions == {reply.version: 5}
