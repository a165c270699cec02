"""Routes to the models of a ModelMesh as an Istio VirtualService."""

from typing import ClassVar

from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Route
from cdk8s_iter8.template import Node
from cdk8s_iter8.traffic.traffic_plan import TrafficRule


class ModelMeshRouter(IstioRouter):
    """Builds a VirtualService that tells versions apart by a request header.

    Mirroring is unsupported: a mirrored request keeps the header that names the primary's model.
    """

    features: ClassVar[frozenset[str]] = frozenset(("match", "cookie"))

    def rule(self, rule: TrafficRule, route: Route) -> dict[str, Node]:
        """Builds one entry of ``http``. As in the Iter8 chart, only the rule for the primary alone has a name."""
        result = super().rule(rule, route)
        if rule.matches or rule.name == route.name:
            del result["name"]
        return result
