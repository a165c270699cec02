"""No routing, in values ``none``: versions are watched, nothing is routed."""

from typing import ClassVar

from cdk8s_iter8.strategies.strategy import Strategy
from cdk8s_iter8.traffic.application import Application


class NoRouting(Strategy):
    """A routemap without routing template, for A/B/n testing with the Iter8 SDK."""

    name: ClassVar[str] = "none"

    def plan(self, application: Application) -> None:  # noqa: ARG002
        """Returns no plan."""
        return
