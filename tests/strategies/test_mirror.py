import pytest

from cdk8s_iter8.strategies import Mirror
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule
from cdk8s_iter8.traffic.version import Version


@pytest.mark.parametrize(("candidates", "mirrors"), [(0, ()), (1, (1,)), (3, (1, 2, 3))])
def test_the_primary_answers_and_candidates_get_copies(candidates: int, mirrors: tuple[int, ...]) -> None:
    versions = tuple(Version(f"hello-{index}") for index in range(candidates + 1))
    plan = Mirror().plan(Application("hello", "default", versions))
    assert plan == TrafficPlan((TrafficRule("hello", shares=(0,), mirrors=mirrors),))


def test_a_candidates_weight_is_a_percentage() -> None:
    versions = tuple(Version("v", weight=weight, mirrored=True) for weight in (1000, 100, 101, 0))
    [problem] = Mirror().problems(Application("hello", "default", versions))
    assert str(problem) == (
        "versions[2].weight: 101 is not a percentage (an integer from 0 to 100): "
        "with strategy mirror it says how many of the requests are mirrored"
    )
