"""What turns a traffic plan into a routing template."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.routers.backend import Backend, service_names
from cdk8s_iter8.template import Guard, Node
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan
from cdk8s_iter8.validation.problem import Problem


@dataclass(frozen=True)
class Route:
    """All that a router needs.

    Attributes:
        name: The application's name, also the route's.
        namespace: The application's namespace, also the route's.
        plan: What traffic should do.
        backends: Where each version's requests go, in the order of the routemap.
        gateways: Gateways that the route is bound to, beside the mesh.
        names: The names that callers use for the application; none given: those of a Service of its name.
    """

    name: str
    namespace: str
    plan: TrafficPlan
    backends: tuple[Backend, ...]
    gateways: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def hosts(self) -> list[str]:
        """The names that callers use for the application."""
        return list(self.names or service_names(self.name, self.namespace))


def with_guard(version: int | None, node: Node) -> Node:
    """Returns a rule that is there only while a version has weight; None: always."""
    return node if version is None else Guard((version,), node)


class Router(ABC):
    """Turns any plan into one resource, its weights live.

    Attributes:
        gvr_short: The controller's short name of the resource's type.
        resource_type: The type.
        features: Which features of a plan (`TrafficPlan.features`) it can express.
    """

    gvr_short: ClassVar[str]
    resource_type: ResourceType
    features: ClassVar[frozenset[str]]

    @abstractmethod
    def template(self, route: Route) -> Node:
        """Builds the routing template."""

    def for_http_route_version(self, http_route_version: str) -> "Router":  # noqa: ARG002 - most routes are no HTTPRoute
        """Returns the router for a cluster whose controller applies HTTPRoutes of a version; by default itself."""
        return self

    def sort_rules(self, plan: TrafficPlan) -> TrafficPlan:
        """Returns a plan with its rules in the order in which the resource compares requests with them.

        By default that of the plan itself: the first rule whose clauses a request meets takes it.
        """
        return plan

    def unsupported(self, match: Match) -> Iterator[Problem]:  # noqa: ARG002
        """Yields the conditions of a clause that the resource has no words for; paths start at the clause."""
        yield from ()
