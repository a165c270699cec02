from typing import Any

import pytest

from cdk8s_iter8.strategies import Canary
from cdk8s_iter8.strategies.canary import DEFAULT_MATCHES
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule
from cdk8s_iter8.traffic.version import Version

PRIMARY, OTHERS = Version("hello-0"), TrafficRule("hello-0", shares=(0,))


def plan(*candidates: Version) -> TrafficPlan:
    return Canary().plan(Application("hello", "default", (PRIMARY, *candidates)))


def test_a_ready_candidate_gets_the_requests_of_its_clauses() -> None:
    first, second = (Match(port=80), Match(port=81)), (Match(port=82),)
    assert plan(Version("a", matches=first), Version("b", matches=second)) == TrafficPlan(
        (
            TrafficRule("a", shares=(1,), matches=first, guard=1),
            TrafficRule("b", shares=(2,), matches=second, guard=2),
            OTHERS,
        )
    )


def test_a_single_candidate_has_a_default() -> None:
    assert plan(Version("a")) == TrafficPlan((TrafficRule("a", shares=(1,), matches=DEFAULT_MATCHES, guard=1), OTHERS))
    [default] = DEFAULT_MATCHES
    assert default == Match(headers={"traffic": StringMatch("exact", "test")})


def test_the_primary_alone() -> None:
    assert plan() == TrafficPlan((OTHERS,))


TEST = {"matches": DEFAULT_MATCHES}
PRIMARY_MATCH = "versions[0].matches: the primary takes no match: it gets every request that no candidate's match takes"
MISSING = ".matches: is missing: only a single candidate has a default, the header traffic: test"


@pytest.mark.parametrize(
    ("versions", "problems"),
    [
        ([{}], []),
        ([{}, {}], []),
        ([{}, TEST], []),
        ([TEST, {}], [PRIMARY_MATCH]),
        ([{}, TEST, {}], [f"versions[2]{MISSING}"]),
        ([TEST, {}, {}], [PRIMARY_MATCH, f"versions[1]{MISSING}", f"versions[2]{MISSING}"]),
    ],
)
def test_what_an_application_has_wrong(versions: list[Any], problems: list[str]) -> None:
    application = Application("hello", "default", tuple(Version("v", **version) for version in versions))
    assert [str(problem) for problem in Canary().problems(application)] == problems
