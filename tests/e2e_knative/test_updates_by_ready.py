"""Iter8's rule: a version whose newest revision is not Ready leaves the route, and the others get its share.

Iter8's controller has no other; this project's own has it with `conditions: [Ready]`, and runs with it here.
"""

import time
from collections.abc import Iterator

import pytest

from tests.e2e import iter8
from tests.e2e.controller_process import Controller
from tests.e2e.release import ROOT
from tests.e2e.stack.traffic import Flow
from tests.e2e_knative import controllers
from tests.e2e_knative.faults import broken
from tests.e2e_knative.history import history
from tests.e2e_knative.release import KnativeRelease, revisions
from tests.e2e_knative.revised import SHARES, blue_green
from tests.e2e_knative.stack.cluster import KnativeStack

BY_READY = """
resourceTypes:
  ksvc: {Group: serving.knative.dev, Version: v1, Resource: services, conditions: [Ready]}
"""


@pytest.fixture(scope="module", autouse=True)
def by_ready(cluster: KnativeStack, controller: Controller, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """This project's own controller with Iter8's rule."""
    if iter8.binary():
        yield
        return
    controller.stop()
    values = (ROOT / "tests" / "e2e" / "routing-controller.yaml").read_text() + BY_READY
    own = controllers.installed(values, cluster, tmp_path_factory.mktemp("by-ready"))
    own.start()
    yield
    own.stop()
    controllers.installed(controllers.values(), cluster, tmp_path_factory.mktemp("as-before"))
    controller.start()


@pytest.mark.parametrize(
    ("primary", "candidate", "left"),
    [("v1.1", "v2", "hello-1"), ("v1", "v2.1", "hello-0"), ("v1.1", "v2.1", "hello-0")],
    ids=["primary", "candidate", "both"],
)
def test_good_update(started: KnativeRelease, primary: str, candidate: str, left: str) -> None:
    """Until the new revision serves, the other version gets everything; of two that are not Ready, the primary."""
    with history(started) as shares, Flow(started.port, started.host) as tally:
        started.apply(blue_green(primary, candidate))
        started.becomes()
        started.routed(SHARES)
    # Iter8's controller may look only when the new revision serves already: then nothing has moved.
    assert {left: 100} in shares or iter8.binary()
    assert shares[-1] == SHARES
    started.record(tally, SHARES, f"a good update; meanwhile all to {left}")
    assert tally.failed == 0, tally.explain()
    started.splits(SHARES, requests=200)


@pytest.mark.parametrize(
    ("fault", "updated"),
    [("image", 0), ("probe", 1), ("crash", 0)],
    ids=["image-primary", "probe-candidate", "crash-primary"],
)
def test_bad_update(started: KnativeRelease, fault: str, updated: int) -> None:
    """The other version gets everything until a good revision is there, though the old one could serve."""
    values = blue_green("v1", "v2")
    versions = values["application"]["versions"]
    versions[updated] = broken(fault, weight=versions[updated]["weight"])
    wrong, right = f"hello-{updated}", f"hello-{1 - updated}"
    with Flow(started.port, started.host) as tally:
        started.apply(values)
        started.routed({right: 1})
        started.answered_by(right)
        time.sleep(2)
        started.answered_by(right)
        assert started.latest(wrong) == f"{wrong}-00001"
        started.apply(blue_green("v1", "v2"))
        started.becomes()
        started.routed(SHARES)
    started.record(tally, SHARES, f"{wrong} gets a bad {fault}; meanwhile all to {right}")
    assert tally.failed == 0, tally.explain()
    assert f"{wrong}-00002" not in revisions(tally)
    started.splits(SHARES, requests=200)
