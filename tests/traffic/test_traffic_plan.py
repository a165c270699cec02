import pytest

from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule

EVERY = TrafficRule("every", shares=(0,))
SOME = TrafficRule("some", shares=(1,), matches=(Match(port=80),), guard=1)


@pytest.mark.parametrize("rules", [(), (SOME,), (EVERY, SOME), (EVERY, EVERY), (SOME, EVERY, EVERY)])
def test_a_plan_ends_with_its_only_rule_for_every_request(rules: tuple[TrafficRule, ...]) -> None:
    with pytest.raises(ValueError, match="the last rule of a plan must take every request, and no other"):
        TrafficPlan(rules)


def test_the_last_rule_is_always_there() -> None:
    with pytest.raises(ValueError, match="the last rule of a plan takes no guard"):
        TrafficPlan((SOME, TrafficRule("every", shares=(0,), guard=0)))


@pytest.mark.parametrize(
    ("plan", "features"),
    [
        (TrafficPlan((EVERY,)), []),
        (TrafficPlan((SOME, EVERY)), ["match"]),
        (TrafficPlan((TrafficRule("every", shares=(0,), mirrors=(1,)),)), ["mirror"]),
        (TrafficPlan((SOME, TrafficRule("every", shares=(0, 1), set_cookies=("a", "b")))), ["match", "cookie"]),
    ],
)
def test_what_a_router_must_be_able_to_do(plan: TrafficPlan, features: list[str]) -> None:
    assert list(plan.features()) == features
