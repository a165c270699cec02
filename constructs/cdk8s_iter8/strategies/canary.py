"""Canary: requests that match go to a candidate, all others to the primary."""

from collections.abc import Iterator
from typing import ClassVar

from cdk8s_iter8.strategies.strategy import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule
from cdk8s_iter8.validation.problem import Problem

# As in the chart: a single candidate needs no match of its own (Iter8 charts/release/templates/_helpers.tpl).
DEFAULT_MATCHES = (Match(headers={"traffic": StringMatch("exact", "test")}),)


class Canary(Strategy):
    """Each ready candidate gets the requests that meet one of its clauses; the primary gets all others."""

    name: ClassVar[str] = "canary"
    features: ClassVar[frozenset[str]] = frozenset(("match",))
    reads: ClassVar[frozenset[str]] = frozenset(("matches",))

    def plan(self, application: Application) -> TrafficPlan:
        """Returns a rule for each candidate, with the candidate as guard, and a last rule for the primary."""
        primary, *candidates = application.versions
        rules = [
            TrafficRule(candidate.name, shares=(index,), matches=candidate.matches or DEFAULT_MATCHES, guard=index)
            for index, candidate in enumerate(candidates, 1)
        ]
        return TrafficPlan((*rules, TrafficRule(primary.name, shares=(0,))))

    def problems(self, application: Application) -> Iterator[Problem]:
        """Yields a problem for a primary with a match, and for each candidate that needs a match and has none."""
        primary, *candidates = application.versions
        if primary.matches:
            yield Problem(
                ("versions", 0, "matches"),
                "the primary takes no match: it gets every request that no candidate's match takes",
            )
        for index, candidate in enumerate(candidates, 1):
            if len(candidates) > 1 and not candidate.matches:
                yield Problem(
                    ("versions", index, "matches"),
                    "is missing: only a single candidate has a default, the header traffic: test",
                )
