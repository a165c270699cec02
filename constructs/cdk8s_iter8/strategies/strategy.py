"""The base class of strategies."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan
from cdk8s_iter8.validation.problem import Problem


class Strategy(ABC):
    """A way to share traffic among versions, in any environment.

    Attributes:
        name: The strategy's name in values.
        weighted: Whether versions have weights: in the routemap, and a weight-config for each version.
        features: The features of a plan that a router must support (`TrafficPlan.features`).
        reads: Which of ``matches`` and ``session_affinity`` the strategy reads. An application that has one of them
            with a strategy that does not read it is an error.
    """

    name: ClassVar[str]
    weighted: ClassVar[bool] = False
    features: ClassVar[frozenset[str]] = frozenset()
    reads: ClassVar[frozenset[str]] = frozenset()

    @abstractmethod
    def plan(self, application: Application) -> TrafficPlan | None:
        """Returns what traffic should do; None: nothing is routed."""

    def problems(self, application: Application) -> Iterator[Problem]:  # noqa: ARG002
        """Yields problems of an application with this strategy; paths start at the application."""
        yield from ()
