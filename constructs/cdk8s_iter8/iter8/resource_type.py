"""A kind of object that the Iter8 controller watches or applies."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ResourceType:
    """One of the controller's ``resourceTypes`` (Iter8 controllers/config.go).

    Attributes:
        group: API group; empty for core objects.
        version: API version, such as ``v1``.
        resource: The plural name in the API, such as ``services``.
        conditions: Conditions of the object's status that must be True for it to be ready. Empty: an object is ready
            as soon as it exists.
    """

    group: str
    version: str
    resource: str
    conditions: tuple[str, ...] = ()

    @property
    def group_resource(self) -> tuple[str, str]:
        """Group and resource: the type in whatever version and with whatever conditions."""
        return self.group, self.resource

    @property
    def is_route(self) -> bool:
        """Whether the type is one of `ROUTES`, which are known to be applied."""
        return self.group_resource in ROUTES

    def entry(self, short_name: str, *, applied: bool = False) -> str:
        """Writes the type as one line of the controller's ``resourceTypes``.

        Args:
            short_name: The key of the type in ``resourceTypes``.
            applied: Whether routemaps apply objects of this type. It is written only for types outside `ROUTES`, which
                are known to be applied.

        Example:
            >>> ResourceType("apps", "v1", "deployments", ("Available",)).entry("deploy")
            'deploy: {Group: apps, Version: v1, Resource: deployments, conditions: [Available]}'
        """
        conditions = f", conditions: [{', '.join(self.conditions)}]" if self.conditions else ""
        more = ", applied: true" if applied and not self.is_route else ""
        group = self.group or '""'
        return f"{short_name}: {{Group: {group}, Version: {self.version}, Resource: {self.resource}{conditions}{more}}}"

    def __str__(self) -> str:
        return f"{self.resource}{'.' if self.group else ''}{self.group}/{self.version}"


# API versions of an HTTPRoute that a route can have. The first is the default, as in Iter8's chart.
HTTP_ROUTE_VERSIONS = ("v1beta1", "v1")
HTTP_ROUTE_VERSION = HTTP_ROUTE_VERSIONS[0]

# The types that Iter8's chart ships, by the controller's short name (Iter8 charts/controller/values.yaml).
SHIPPED: dict[str, ResourceType] = {
    "svc": ResourceType("", "v1", "services"),
    "service": ResourceType("", "v1", "services"),
    "cm": ResourceType("", "v1", "configmaps"),
    "deploy": ResourceType("apps", "v1", "deployments", ("Available",)),
    "isvc": ResourceType("serving.kserve.io", "v1beta1", "inferenceservices", ("Ready",)),
    "vs": ResourceType("networking.istio.io", "v1beta1", "virtualservices"),
    "httproute": ResourceType("gateway.networking.k8s.io", HTTP_ROUTE_VERSION, "httproutes"),
}

# The type that Knative needs, too (the chapter that this project implements sets it with four flags).
KNATIVE: dict[str, ResourceType] = {"ksvc": ResourceType("serving.knative.dev", "v1", "services", ("Ready",))}

# The same type as the routing controller judges it: by what Knative serves, not by what its newest revision is like.
SERVED = "RoutesReady"
SERVED_KNATIVE: dict[str, ResourceType] = {"ksvc": ResourceType("serving.knative.dev", "v1", "services", (SERVED,))}

# Group and resource of the types that routemaps apply. Objects of all other types are only watched.
ROUTES: frozenset[tuple[str, str]] = frozenset(SHIPPED[name].group_resource for name in ("vs", "httproute"))
