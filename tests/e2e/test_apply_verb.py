"""`cdk8s-iter8 apply`, `weights --live` and `delete` on the real API server, with requests all the while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.applied import left, objects, shares, weighted
from tests.e2e.release import Release
from tests.e2e.serving import Serving, serving
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.readiness import set_conditions
from tests.e2e.stack.traffic import Flow, Tally
from tests.e2e.values import deployment
from tests.e2e.verbs import Verbs

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

ONE, TWO, PROMOTED = weighted(v1=100), weighted(v1=90, v2=10), weighted(v2=100)


@pytest.fixture
def knative_serving(stack: Stack, namespace: str) -> Iterator[Serving]:
    with serving(stack, namespace) as served:
        yield served


@pytest.fixture
def verbs(stack: Stack, namespace: str, tmp_path: Path, knative_serving: Serving) -> Verbs:
    return Verbs(stack.kubectl.kubeconfig, tmp_path, namespace)


@contextmanager
def no_failed_request(release: Release, note: str) -> Iterator[None]:
    release.settle()
    tally: Tally
    with Flow(release.port, release.host) as tally:
        yield
    release.record(tally, note=note)
    assert tally.failed == 0, f"{tally.failed} of {tally.sent} requests failed: {tally.explain()}"
    assert tally.sent > 100


def test_a_whole_release(verbs: Verbs, stack: Stack, release: New) -> None:
    assert "applied; the route has the weights hello-v1 100" in verbs.apply(ONE)
    with no_failed_request(release(), "apply, weights --live, --clear, promote"):
        verbs.apply(TWO)
        assert shares(verbs, stack) == {"hello-v1": 90, "hello-v2": 10}
        said = verbs.weights("hello-v1=50", "hello-v2=50", "--live")
        assert "hello-v2: 10 → 50" in said
        assert "the next apply undoes: hello-v1 50 → 90, hello-v2 50 → 10" in said
        assert shares(verbs, stack) == {"hello-v1": 50, "hello-v2": 50}
        verbs.weights("--clear")
        assert shares(verbs, stack) == {"hello-v1": 90, "hello-v2": 10}
        verbs.weights("hello-v2=90", "--live")
        verbs.apply()
        assert shares(verbs, stack) == {"hello-v1": 90, "hello-v2": 10}
        verbs.apply(PROMOTED)
        assert left(verbs, stack) == objects("hello-v2")
        assert shares(verbs, stack) == {"hello-v2": 100}
    assert "created" not in (again := verbs.apply())
    assert "changed" not in again.replace("unchanged", "")
    assert f"{verbs.namespace}/hello: gone" in verbs.delete()
    assert left(verbs, stack) == set()


def test_a_dry_run_changes_nothing(verbs: Verbs, stack: Stack) -> None:
    said = verbs.apply(TWO, "--dry-run")
    assert said.count("would be created") == 6
    assert left(verbs, stack) == set()
    verbs.apply()
    before = {item["metadata"]["name"]: item for item in stack.api.list("cm", verbs.namespace)}
    said = verbs.apply(PROMOTED, "--dry-run")
    assert f"configmap {verbs.namespace}/hello-routemap: would be changed" in said
    assert f"ksvc {verbs.namespace}/hello-v1: would be deleted, once the route gives it" in said
    verbs.weights("hello-v1=1", "--live", "--dry-run")
    verbs.delete("--dry-run")
    assert {item["metadata"]["name"]: item for item in stack.api.list("cm", verbs.namespace)} == before


def test_a_version_that_never_gets_ready_gets_no_request(
    verbs: Verbs, stack: Stack, release: New, knative_serving: Serving
) -> None:
    """A promotion to it waits and gives up; the version before still answers, and applying the old values heals it."""
    knative_serving.broken.add("hello-v2")
    verbs.apply(ONE)
    with no_failed_request(release(), "promotion to a version that never gets ready"):
        said = verbs.apply(PROMOTED, "--timeout", "2s", code=1)
        assert "Ready is Unknown" in said
        assert "the route was left as it was; run the command again" in said
        assert shares(verbs, stack) == {"hello-v1": 100}
        assert objects("hello-v1") <= left(verbs, stack)
        verbs.apply(ONE)
        assert left(verbs, stack) == objects("hello-v1")


def test_a_broken_candidate_loses_its_weight_at_once(
    verbs: Verbs, stack: Stack, release: New, knative_serving: Serving
) -> None:
    """The first step of a rollback does not wait for what it takes requests from."""
    knative_serving.broken.add("hello-v2")
    verbs.apply(ONE)
    with no_failed_request(release(), "a candidate that never gets ready"):
        assert "hello-v2: " in verbs.apply(TWO, "--timeout", "1s", code=1)
        verbs.apply(weighted(v1=100, v2=0), "--timeout", "5s")
        assert shares(verbs, stack) == {"hello-v1": 100}


def test_a_release_without_a_controller_is_told(verbs: Verbs, stack: Stack, stopped: None) -> None:
    said = verbs.apply(ONE, "--timeout", "2s", code=1)
    assert f"virtualservice {verbs.namespace}/hello is not there yet" in said
    assert "if no route follows, see whether a controller runs" in said
    verbs.delete()
    assert left(verbs, stack) == set()


def test_deployments_behind_gateway_api(verbs: Verbs, stack: Stack) -> None:
    """The API server fills in what the HTTPRoute leaves out; that is no difference to wait for."""
    verbs.write(deployment("deployment-gtw", "blue-green", {"weight": 30}, {"weight": 70}))
    running = verbs.start("apply", verbs.file)
    for name in ("hello-0", "hello-1"):
        eventually(lambda name=name: stack.api.get("deploy", verbs.namespace, name), bool, f"Deployment {name}")  # type: ignore[misc]
        set_conditions(stack.api, "deploy", verbs.namespace, name, Available="True")
    out, err = running.communicate(timeout=60)
    assert running.returncode == 0, err
    assert out.endswith("applied; the route has the weights hello-0 30, hello-1 70\n")
    route = stack.api.get("httproute", verbs.namespace, "hello")
    assert route is not None
    assert [backend["weight"] for backend in route["spec"]["rules"][0]["backendRefs"]] == [30, 70]
    verbs.delete()
    assert stack.api.get("httproute", verbs.namespace, "hello") is None
    assert not stack.api.list("deploy", verbs.namespace)
