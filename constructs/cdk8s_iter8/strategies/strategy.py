"""What a strategy is: what traffic should do, and what its values must be."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan
from cdk8s_iter8.validation.problem import Problem


class Strategy(ABC):
    """A way to share traffic among versions, whatever the environment.

    Attributes:
        name: Its name in values.
        weighted: Whether versions carry weights: in the routemap and in a weight-config each.
        features: What a router must be able to do for it (`TrafficPlan.features`).
        reads: What only some strategies read and this one does, ``matches`` or ``session_affinity``; with the others
            it is an error.
    """

    name: ClassVar[str]
    weighted: ClassVar[bool] = False
    features: ClassVar[frozenset[str]] = frozenset()
    reads: ClassVar[frozenset[str]] = frozenset()

    @abstractmethod
    def plan(self, application: Application) -> TrafficPlan | None:
        """Returns what traffic should do; None: nothing is routed."""

    def problems(self, application: Application) -> Iterator[Problem]:  # noqa: ARG002
        """Yields what is wrong with an application for this strategy; paths start at the application."""
        yield from ()
