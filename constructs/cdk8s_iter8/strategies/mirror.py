"""Mirror: the primary answers, requests are mirrored to candidates."""

from collections.abc import Iterator
from typing import ClassVar

from cdk8s_iter8.strategies.strategy import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule
from cdk8s_iter8.validation.problem import Problem


class Mirror(Strategy):
    """The primary answers every request. Requests are mirrored to each candidate; its weight is the percentage."""

    name: ClassVar[str] = "mirror"
    weighted: ClassVar[bool] = True
    features: ClassVar[frozenset[str]] = frozenset(("mirror",))

    def plan(self, application: Application) -> TrafficPlan:
        """Returns one rule, with a mirror for each candidate."""
        candidates = tuple(range(1, len(application.versions)))
        return TrafficPlan((TrafficRule(application.name, shares=(0,), mirrors=candidates),))

    def problems(self, application: Application) -> Iterator[Problem]:
        """Yields problems of candidates whose weight is no percentage, and of candidates that could scale to zero."""
        for index, version in enumerate(application.versions[1:], 1):
            if version.weight > 100:
                yield Problem(
                    ("versions", index, "weight"),
                    f"{version.weight} is not a percentage (an integer from 0 to 100): "
                    "with strategy mirror it says how many of the requests are mirrored",
                )
            if not version.mirrored:
                text = "is not true, so the version would scale to zero, and mirrored requests cannot start it"
                yield Problem(("versions", index, "mirrored"), text)
