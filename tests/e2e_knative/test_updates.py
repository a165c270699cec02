"""A new revision of one version moves nobody else's traffic, counted by version and revision all the while."""

import time

import pytest

from tests.e2e.release import DEVIATIONS, percent
from tests.e2e.stack import traffic
from tests.e2e.stack.traffic import Flow
from tests.e2e_knative.faults import FAULTS, broken
from tests.e2e_knative.release import KnativeRelease, revisions
from tests.e2e_knative.revised import SHARES, blue_green

pytestmark = pytest.mark.own_controller("keep a version in the route while its newest revision is not ready")


def steady(release: KnativeRelease, tally: traffic.Tally, note: str) -> None:
    """No request failed, and the shares of the whole time are the declared ones."""
    release.record(tally, SHARES, note)
    assert tally.failed == 0, tally.explain()
    for version, share in percent(SHARES).items():
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


@pytest.mark.parametrize("updated", [0, 1], ids=["primary", "candidate"])
@pytest.mark.parametrize("fault", FAULTS)
def test_bad_update(started: KnativeRelease, fault: str, updated: int) -> None:
    """The old revision serves, and the version keeps its share, also after a good revision is there."""
    values = blue_green("v1", "v2")
    versions = values["application"]["versions"]
    versions[updated] = broken(fault, weight=versions[updated]["weight"])
    name = f"hello-{updated}"
    with Flow(started.port, started.host) as tally:
        started.apply(values)
        time.sleep(5)
        assert started.condition(name) != "True"
        assert started.latest(name) == f"{name}-00001"
        started.apply(blue_green("v1.2", "v2.2"))
        started.serves(f"{name}-00003")
        time.sleep(1)
    steady(started, tally, f"{name} gets a bad {fault}, then a good revision")
    assert f"{name}-00002" not in revisions(tally)
