import pytest

from cdk8s_iter8.strategies import STRATEGIES
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.traffic.version import Version


def test_those_there_are() -> None:
    assert list(STRATEGIES) == ["none", "blue-green", "canary", "mirror"]


@pytest.mark.parametrize("name", STRATEGIES)
@pytest.mark.parametrize("versions", [1, 2, 4])
def test_a_strategy_names_every_feature_that_its_plans_need(name: str, versions: int) -> None:
    members = tuple(Version(f"hello-{index}") for index in range(versions))
    plan = STRATEGIES[name].plan(Application("hello", "default", members))
    assert plan is None or set(plan.features()) <= STRATEGIES[name].features


def test_session_affinity_asks_a_router_for_more() -> None:
    sticky = Application("hello", "default", (Version("hello-0"),), session_affinity=SessionAffinity("user"))
    plan = STRATEGIES["blue-green"].plan(sticky)
    assert plan
    assert set(plan.features()) == {"match", "cookie"}
