from typing import Any

import pytest

from cdk8s_iter8.strategies import Canary
from cdk8s_iter8.strategies.canary import DEFAULT_MATCHES
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.traffic_plan import Rule, TrafficPlan
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.values.release import ApplicationValues, VersionValues

PRIMARY, OTHERS = Version("hello-0"), Rule("hello-0", shares=(0,))


def plan(*candidates: Version) -> TrafficPlan:
    return Canary().plan(Application("hello", "default", (PRIMARY, *candidates)))


def test_a_ready_candidate_gets_the_requests_of_its_clauses() -> None:
    first, second = (Match(port=80), Match(port=81)), (Match(port=82),)
    assert plan(Version("a", matches=first), Version("b", matches=second)) == TrafficPlan(
        (Rule("a", shares=(1,), matches=first, when=1), Rule("b", shares=(2,), matches=second, when=2), OTHERS)
    )


def test_a_single_candidate_has_a_default() -> None:
    assert plan(Version("a")) == TrafficPlan((Rule("a", shares=(1,), matches=DEFAULT_MATCHES, when=1), OTHERS))
    [default] = DEFAULT_MATCHES
    assert default == Match(headers={"traffic": StringMatch("exact", "test")})


def test_the_primary_alone() -> None:
    assert plan() == TrafficPlan((OTHERS,))


TEST = {"headers": {"traffic": {"exact": "test"}}}
PRIMARY_MATCH = "versions[0].match: the primary takes no match: it gets every request that no candidate's match takes"
MISSING = ".match: is missing: only a single candidate has a default, the header traffic: test"


@pytest.mark.parametrize(
    ("versions", "problems"),
    [
        ([{}], []),
        ([{}, {}], []),
        ([{}, {"match": [TEST]}], []),
        ([{"match": [TEST]}, {}], [PRIMARY_MATCH]),
        ([{}, {"match": [TEST]}, {}], [f"versions[2]{MISSING}"]),
        ([{"match": [TEST]}, {}, {}], [PRIMARY_MATCH, f"versions[1]{MISSING}", f"versions[2]{MISSING}"]),
    ],
)
def test_what_values_have_wrong(versions: list[Any], problems: list[str]) -> None:
    values = ApplicationValues[VersionValues].model_validate({"strategy": "canary", "versions": versions})
    assert [str(problem) for problem in Canary().problems(values)] == problems
