import pytest

from cdk8s_iter8.iter8.weights import ready_sets
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.preview import Preview, RulePreview, preview_traffic
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule

NAMES = ["a", "b", "c"]
BLUE_GREEN = TrafficPlan((TrafficRule("split", shares=(0, 1, 2)),))


def shares(declared: list[int], ready: list[bool]) -> dict[str, float]:
    [preview] = preview_traffic(BLUE_GREEN, NAMES, declared, [ready])
    [rule] = preview.rules
    return rule.shares


@pytest.mark.parametrize(
    ("declared", "ready", "percent"),
    [
        ([20, 30, 50], [True, True, True], {"a": 20, "b": 30, "c": 50}),
        ([1, 1, 1], [True, True, True], {"a": 33.33, "b": 33.33, "c": 33.33}),
        ([20, 30, 50], [True, False, True], {"a": 28.57, "c": 71.43}),
        ([20, 30, 50], [False, False, True], {"c": 100}),
        ([20, 30, 50], [False, False, False], {"a": 100}),
        ([20, 0, 0], [False, True, True], {"a": 100}),
        ([0, 30, 0], [True, True, True], {"b": 100}),
        ([1, 999_999, 0], [True, True, True], {"a": 0.0001, "b": 99.9999}),
        ([1, 2**32 - 1, 0], [True, True, True], {"a": 0.00000002, "b": 99.99999998}),
    ],
)
def test_ready_versions_share_by_their_weights(
    declared: list[int], ready: list[bool], percent: dict[str, float]
) -> None:
    assert shares(declared, ready) == percent


def test_a_guarded_rule_is_there_while_its_version_has_weight() -> None:
    test = Match(headers={"traffic": StringMatch("exact", "test")})
    plan = TrafficPlan(
        (TrafficRule("b", shares=(1,), matches=(test, Match(port=1)), guard=1), TrafficRule("a", shares=(0,)))
    )
    guarded = RulePreview("b", ("header traffic = test", "port = 1"), {"b": 100}, {})
    others = RulePreview("a", (), {"a": 100}, {})
    assert preview_traffic(plan, ["a", "b"], [1, 1], ready_sets(2)) == [
        Preview(("a", "b"), (guarded, others)),
        Preview(("a",), (others,)),
        Preview(("b",), (guarded, others)),
        Preview((), (others,)),
    ]


def test_mirrors_are_percentages_of_at_most_100() -> None:
    plan = TrafficPlan((TrafficRule("a", shares=(0,), mirrors=(1, 2)),))
    [all_ready, some_ready] = preview_traffic(plan, NAMES, [9, 40, 150], [[True, True, True], [False, True, False]])
    assert all_ready.rules == (RulePreview("a", (), {"a": 100}, {"b": 40, "c": 100}),)
    assert some_ready.rules == (RulePreview("a", (), {"a": 100}, {"b": 40}),)
