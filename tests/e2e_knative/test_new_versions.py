"""A version that is new and never serves gets nothing, until it is mended; the other one answers all the while."""

from collections.abc import Callable

import pytest

from tests.e2e.stack import api
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import blue_green, knative, ksvc
from tests.e2e_knative.faults import FAULTS, broken
from tests.e2e_knative.release import PODS, KnativeRelease, revisions

New = Callable[..., KnativeRelease]


@pytest.mark.parametrize("new", [0, 1], ids=["primary", "candidate"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_new_version_that_never_serves(release: New, fault: str, new: int) -> None:
    hello = release()
    versions = [ksvc("v1", weight=30), ksvc("v2", weight=70)]
    versions[new] = broken(fault, weight=versions[new]["weight"])
    wrong, right = f"hello-{new}", f"hello-{1 - new}"
    hello.apply(knative("blue-green", *versions))
    hello.becomes("True", right)
    hello.routed({right: 1})
    with Flow(hello.port, hello.host) as tally:
        hello.answered_by(right)
        assert hello.condition(wrong) != "True"
        assert hello.shares() == {right: 100}
        hello.apply(blue_green(30, 70))
        hello.becomes()
        hello.routed({"hello-0": 30, "hello-1": 70})
    hello.record(tally, note=f"{wrong} with a bad {fault}, then mended")
    assert tally.failed == 0, tally.explain()
    assert f"{wrong}-00001" not in revisions(tally)
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=400)


def test_the_first_pod_of_a_new_version_is_killed(release: New) -> None:
    """Another one comes, and only then the version gets its share."""
    hello = release()
    hello.apply(blue_green(30))
    hello.becomes()
    hello.routed({"hello-0": 1})
    with Flow(hello.port, hello.host) as tally:
        hello.apply(blue_green(30, 70))
        (pod,) = eventually(lambda: hello.pods("hello-1"), bool, "the first pod of the candidate")
        where = api.path(PODS, hello.namespace, pod["metadata"]["name"])
        hello.cluster.api.request("DELETE", where, {"gracePeriodSeconds": 0})
        hello.becomes()
        hello.routed({"hello-0": 30, "hello-1": 70})
    hello.record(tally, note="the first pod of a new version is killed")
    assert tally.failed == 0, tally.explain()
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=200)
