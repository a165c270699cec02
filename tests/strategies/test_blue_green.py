from cdk8s_iter8.strategies import BlueGreen
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule
from cdk8s_iter8.traffic.version import Version

VERSIONS = (Version("hello-1"), Version("hello-10"))


def test_all_versions_share_the_requests() -> None:
    assert BlueGreen().plan(Application("hello", "default", VERSIONS)) == TrafficPlan(
        (TrafficRule("hello", shares=(0, 1)),)
    )


def test_one_version() -> None:
    assert BlueGreen().plan(Application("hello", "default", VERSIONS[:1])) == TrafficPlan(
        (TrafficRule("hello", shares=(0,)),)
    )


def test_returning_users_stay_with_a_version_that_has_weight() -> None:
    affinity = SessionAffinity("user", max_age=60)
    plan = BlueGreen().plan(Application("hello", "default", VERSIONS, session_affinity=affinity))
    assert plan == TrafficPlan(
        (
            TrafficRule("hello-1-cookie", shares=(0,), matches=(Match(cookie=("user", "hello-1")),), guard=0),
            TrafficRule("hello-10-cookie", shares=(1,), matches=(Match(cookie=("user", "hello-10")),), guard=1),
            TrafficRule(
                "hello", shares=(0, 1), set_cookies=(affinity.set_cookie("hello-1"), affinity.set_cookie("hello-10"))
            ),
        )
    )
