"""The base class of routers, which turn a traffic plan into a routing template."""

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
    """A traffic plan with all that a router needs to write its route.

    Attributes:
        name: The application's name, also the route's.
        namespace: The application's namespace, also the route's.
        plan: What traffic should do.
        backends: The backends of the versions, in the order of the routemap.
        gateways: Gateways that the route is bound to, in addition to the mesh.
        names: The names that callers use for the application; empty: those of a Service with the application's name.
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
    """Puts a guard for a version around a node; None: returns the node without guard."""
    return node if version is None else Guard((version,), node)


class Router(ABC):
    """Turns a traffic plan into one resource with live weights.

    Attributes:
        gvr_short: The controller's short name of the type of the resource.
        resource_type: The type of the resource.
        features: The features of a plan (`TrafficPlan.features`) that the router supports.
    """

    gvr_short: ClassVar[str]
    resource_type: ResourceType
    features: ClassVar[frozenset[str]]

    @abstractmethod
    def template(self, route: Route) -> Node:
        """Builds the routing template."""

    def for_http_route_version(self, http_route_version: str) -> "Router":  # noqa: ARG002 - most routes are no HTTPRoute
        """Returns the router for a controller that applies HTTPRoutes of an API version; by default the same router."""
        return self

    def sort_rules(self, plan: TrafficPlan) -> TrafficPlan:
        """Returns a plan with its rules in the order in which the resource compares requests with them.

        By default the order of the plan: the first rule with a clause that a request meets takes the request.
        """
        return plan

    def unsupported(self, match: Match) -> Iterator[Problem]:  # noqa: ARG002
        """Yields problems of conditions that the resource does not support; paths start at the clause."""
        yield from ()
