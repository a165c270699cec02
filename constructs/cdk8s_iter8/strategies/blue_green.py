"""Blue-green: versions share the requests by their weights."""

from collections.abc import Iterator
from typing import ClassVar

from cdk8s_iter8.strategies.strategy import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule


class BlueGreen(Strategy):
    """Ready versions share the requests by their live weights; if no version is ready, the primary gets them all.

    With session affinity, a user whose cookie names a version stays with it while it has weight.
    """

    name: ClassVar[str] = "blue-green"
    weighted: ClassVar[bool] = True
    reads: ClassVar[frozenset[str]] = frozenset(("session_affinity",))

    def plan(self, application: Application) -> TrafficPlan:
        """Returns one rule for all versions; with session affinity, rules for the versions' cookies come first."""
        versions = tuple(range(len(application.versions)))
        affinity = application.session_affinity
        cookies = tuple(affinity.set_cookie(version.name) for version in application.versions) if affinity else ()
        shared = TrafficRule(application.name, shares=versions, set_cookies=cookies)
        return TrafficPlan((*_cookie_rules(application), shared))


def _cookie_rules(application: Application) -> Iterator[TrafficRule]:
    affinity = application.session_affinity
    if not affinity:
        return
    for index, version in enumerate(application.versions):
        cookie = Match(cookie=(affinity.cookie_name, version.name))
        yield TrafficRule(f"{version.name}-cookie", shares=(index,), matches=(cookie,), guard=index)
