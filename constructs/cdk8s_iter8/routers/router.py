"""What turns a traffic plan into a routing template."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from cdk8s_iter8.resource_type import ResourceType
from cdk8s_iter8.template import Node
from cdk8s_iter8.traffic.plan import Plan


@dataclass(frozen=True)
class Address:
    """A host and a port of the cluster.

    Attributes:
        host: DNS name.
        port: TCP port; None where the route's own port is kept.
    """

    host: str
    port: int | None = None


@dataclass(frozen=True)
class Backend:
    """Where a version's requests go.

    Attributes:
        name: What the response header ``app-version`` says: the name of the version's object.
        namespace: The object's namespace.
        address: Where requests are sent.
        request_headers: Request headers that are set on the way.
        removed_request_headers: Request headers that are removed on the way.
        rewrite_uri: The path that requests get, if it is rewritten.
        mirror: Where copies are sent; None where none can be.
    """

    name: str
    namespace: str
    address: Address
    request_headers: Mapping[str, str] = field(default_factory=dict)
    removed_request_headers: tuple[str, ...] = ()
    rewrite_uri: str | None = None
    mirror: Address | None = None


@dataclass(frozen=True)
class Route:
    """All that a router needs.

    Attributes:
        name: The application's name, also the route's.
        namespace: The application's namespace, also the route's.
        plan: What traffic should do.
        backends: Where each version's requests go, in the order of the routemap.
        gateways: Gateways that the route is bound to, beside the mesh.
    """

    name: str
    namespace: str
    plan: Plan
    backends: tuple[Backend, ...]
    gateways: tuple[str, ...] = ()

    @property
    def hosts(self) -> list[str]:
        """The names that callers use for the application."""
        short = f"{self.name}.{self.namespace}"
        return [short, f"{short}.svc", f"{short}.svc.cluster.local"]


class Router(ABC):
    """Turns any plan into one resource, its weights live.

    Attributes:
        gvr_short: The controller's short name of the resource's type.
        resource_type: The type.
        features: Which features of a plan (`Plan.features`) it can express.
    """

    gvr_short: ClassVar[str]
    resource_type: ClassVar[ResourceType]
    features: ClassVar[frozenset[str]]

    @abstractmethod
    def template(self, route: Route) -> Node:
        """Builds the routing template."""
