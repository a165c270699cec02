"""Gateway API beyond its core: mirrors, session affinity, and rules that are chosen by how specific they are."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.e2e.copies import half_is_copied
from tests.e2e.release import Release
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.readiness import set_conditions
from tests.e2e.test_gateway_api import accepted
from tests.e2e.values import deployment

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

release_of = partial(deployment, "deployment-gtw")


def test_mirror(release: New, stack: Stack) -> None:
    """The primary answers everything once; the candidate receives half of it."""
    hello = release()
    hello.apply(release_of("mirror", {}, {"weight": 50}))
    hello.ready()
    hello.routed({"hello-0": 1})
    accepted(hello)
    half_is_copied(hello, stack)


def test_session_affinity(release: New) -> None:
    hello = release()
    affinity = {"sessionAffinity": {"cookieName": "user-version", "maxAge": 600}}
    hello.apply(release_of("blue-green", {"weight": 50}, {"weight": 50}, **affinity))
    hello.ready()
    hello.routed({"hello-0": 50, "hello-1": 50})
    accepted(hello)
    for reply in hello.requests(20).replies:
        (cookie,) = reply.cookies
        again = hello.requests(5, headers={"cookie": f"a=b; {cookie.partition(';')[0]}"})
        assert again.versions == {reply.version: 5}


def test_the_most_specific_clause_takes_a_request(release: New) -> None:
    hello = release()
    header = {"name": "team", "value": "qa"}
    wide = {"matches": [{"headers": [header]}]}
    narrow = {"matches": [{"headers": [header], "method": "GET"}]}
    hello.apply(release_of("canary", {}, wide, narrow))
    hello.ready()
    hello.ruled("hello-1", "hello-2", "hello-0")
    accepted(hello)
    hello.answered_by("hello-2", headers={"team": "qa"})
    hello.answered_by("hello-0")
    hello.ready("hello-2", status="False")
    hello.ruled("hello-1", "hello-0")
    hello.answered_by("hello-1", headers={"team": "qa"})


def test_a_version_in_another_namespace(release: New, stack: Stack) -> None:
    """Without its ReferenceGrant istiod would not resolve the backend, and the route would answer with errors."""
    hello = release()
    other = f"{hello.namespace}-other"
    stack.kubectl("create", "namespace", other)
    hello.apply(release_of("blue-green", {}, {"metadata": {"namespace": other}}))
    stack.pods.run(other, "hello-1", {"app": "hello-1"}, 8080)
    for namespace, name in ((hello.namespace, "hello-0"), (other, "hello-1")):
        set_conditions(stack.api, "deploy", namespace, name, Available="True")
    hello.routed({"hello-0": 50, "hello-1": 50})
    accepted(hello)
    hello.splits({"hello-0": 50, "hello-1": 50}, requests=400)
    stack.kubectl("delete", "namespace", other, "--wait=false")
