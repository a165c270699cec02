"""A new revision of one version moves nobody else's traffic, counted by version and revision all the while."""

import time
from collections.abc import Callable

import pytest

from tests.e2e.release import DEVIATIONS, percent
from tests.e2e.stack import traffic
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import Values, knative, ksvc
from tests.e2e_knative.release import KnativeRelease, revisions

New = Callable[..., KnativeRelease]

pytestmark = pytest.mark.own_controller("keep a version in the route while its newest revision is not ready")

MISSING = {"image": "example.com/missing:1"}


def blue_green(primary: str, candidate: str, weights: tuple[int, int] = (30, 70)) -> Values:
    return knative("blue-green", ksvc(primary, weight=weights[0]), ksvc(candidate, weight=weights[1]))


@pytest.fixture
def started(release: New) -> KnativeRelease:
    """30/70, with one revision each."""
    hello = release()
    hello.apply(blue_green("v1", "v2"))
    hello.becomes()
    hello.routed({"hello-0": 30, "hello-1": 70})
    hello.requests(50)
    return hello


def steady(release: KnativeRelease, tally: traffic.Tally, note: str) -> None:
    """No request failed, and the shares of the whole time are the declared ones."""
    weights = {"hello-0": 30, "hello-1": 70}
    release.record(tally, weights, f"{note}; revisions {revisions(tally)}")
    assert tally.failed == 0, tally.explain()
    for version, share in percent(weights).items():
        count = tally.versions.get(version, 0)
        off = traffic.standard_deviations(count, tally.sent, share / 100)
        assert off <= DEVIATIONS, f"{version}: {count} of {tally.sent} for {share}%, {off:.1f} deviations off"


@pytest.mark.parametrize("updated", ["primary", "candidate", "both"])
def test_good_update(started: KnativeRelease, updated: str) -> None:
    primary = "v1.1" if updated != "candidate" else "v1"
    candidate = "v2.1" if updated != "primary" else "v2"
    changed = [name for name, is_new in (("hello-0", primary != "v1"), ("hello-1", candidate != "v2")) if is_new]
    with Flow(started.port, started.host) as tally:
        started.apply(blue_green(primary, candidate))
        for name in changed:
            started.serves(f"{name}-00002")
        time.sleep(1)
    steady(started, tally, f"a good update of {updated}")
    assert {f"{name}-00002" for name in changed} <= set(revisions(tally))


@pytest.mark.parametrize("updated", [0, 1])
def test_bad_image(started: KnativeRelease, updated: int) -> None:
    """The old revision serves, and the version keeps its share, also after the good image is back."""
    values = blue_green("v1", "v2")
    spec = values["application"]["versions"][updated]["ksvcSpecification"]["spec"]["template"]["spec"]
    spec["containers"][0] |= MISSING
    name = f"hello-{updated}"
    with Flow(started.port, started.host) as tally:
        started.apply(values)
        started.becomes("Unknown", name)
        time.sleep(4)
        assert started.latest(name) == f"{name}-00001"
        started.apply(blue_green("v1.2", "v2.2"))
        started.serves(f"{name}-00003")
        time.sleep(1)
    steady(started, tally, f"a bad image of {name}, then a good one")


def test_crash(started: KnativeRelease) -> None:
    """A newest revision that ends at once."""
    with Flow(started.port, started.host) as tally:
        started.apply(blue_green("v1", "crash"))
        time.sleep(6)
        assert started.latest("hello-1") == "hello-1-00001"
    steady(started, tally, "a candidate's new revision crashes")
