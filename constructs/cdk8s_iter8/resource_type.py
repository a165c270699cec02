"""A kind of object that the Iter8 controller watches or applies."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ResourceType:
    """One of the controller's ``resourceTypes`` (Iter8 controllers/config.go).

    Attributes:
        group: API group; empty for core objects.
        version: API version, such as ``v1``.
        resource: The plural name in the API, such as ``services``.
        conditions: Conditions of the object's status that must be True for it to be ready; none: it need only exist.
    """

    group: str
    version: str
    resource: str
    conditions: tuple[str, ...] = ()


# The types that Iter8's chart ships, by the controller's short name (Iter8 charts/controller/values.yaml).
SHIPPED: dict[str, ResourceType] = {
    "svc": ResourceType("", "v1", "services"),
    "service": ResourceType("", "v1", "services"),
    "cm": ResourceType("", "v1", "configmaps"),
    "deploy": ResourceType("apps", "v1", "deployments", ("Available",)),
    "isvc": ResourceType("serving.kserve.io", "v1beta1", "inferenceservices", ("Ready",)),
    "vs": ResourceType("networking.istio.io", "v1beta1", "virtualservices"),
    "httproute": ResourceType("gateway.networking.k8s.io", "v1beta1", "httproutes"),
}
