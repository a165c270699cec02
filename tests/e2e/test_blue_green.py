"""Blue-green on Knative: real requests for every declared weight and every set of ready versions."""

from collections.abc import Callable

import pytest

from tests.e2e.release import Release
from tests.e2e.values import blue_green

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]


def test_initial_release(release: New) -> None:
    hello = release()
    hello.apply(blue_green(100))
    hello.ready()
    hello.splits({"hello-0": 1}, requests=200)


def test_candidate(release: New) -> None:
    """A candidate gets nothing before it is ready and its weight from then on."""
    hello = release()
    hello.apply(blue_green(100))
    hello.ready()
    hello.splits({"hello-0": 1}, requests=200)
    hello.apply(blue_green(90, 10))
    hello.splits({"hello-0": 1}, requests=200)
    hello.ready("hello-1")
    hello.splits({"hello-0": 90, "hello-1": 10})


def test_seed_example_30_70(release: New) -> None:
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.splits({"hello-0": 30, "hello-1": 70})


def test_weights_changed(release: New) -> None:
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.splits({"hello-0": 30, "hello-1": 70})
    hello.apply(blue_green(80, 20))
    hello.splits({"hello-0": 80, "hello-1": 20})


def test_weight_zero_is_no_traffic(release: New) -> None:
    hello = release()
    hello.apply(blue_green(0, 50))
    hello.ready()
    hello.splits({"hello-0": 0, "hello-1": 50}, requests=300)


@pytest.mark.parametrize(
    ("unready", "status", "other"),
    [
        pytest.param("hello-1", "False", "hello-0", id="candidate"),
        pytest.param("hello-0", "False", "hello-1", id="primary"),
    ],
)
def test_one_unready(release: New, unready: str, status: str, other: str) -> None:
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    hello.ready(unready, status=status)
    hello.splits({other: 1}, requests=300)


def test_none_ready_falls_back_to_the_primary(release: New) -> None:
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.splits({"hello-0": 1}, requests=300)
    hello.ready()
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=300)
    hello.ready(status="False")
    hello.splits({"hello-0": 1}, requests=300)


def test_three_versions_first_candidate_unready(release: New) -> None:
    hello = release()
    hello.apply(blue_green(50, 30, 20))
    hello.ready("hello-0", "hello-2")
    hello.splits({"hello-0": 50, "hello-2": 20})
    hello.ready("hello-1")
    hello.splits({"hello-0": 50, "hello-1": 30, "hello-2": 20})


def test_every_name_of_the_release(release: New) -> None:
    """The short name, the one with svc and the full one."""
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    for suffix in ("", ".svc", ".svc.cluster.local"):
        hello.domain = suffix
        assert set(hello.requests(50).versions) == {"hello-0", "hello-1"}
