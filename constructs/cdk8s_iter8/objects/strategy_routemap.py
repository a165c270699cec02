"""A routemap for any strategy: what the routemaps of the single strategies have in common."""

from collections.abc import Sequence

from constructs import Construct

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.objects.routemap import Routemap
from cdk8s_iter8.objects.routing_check import check_routing
from cdk8s_iter8.routers.backend import Backend, knative_backend
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application


class StrategyRoutemap(Routemap):
    """A routemap that shares requests among versions as a strategy says.

    Emits one object, the routemap. The versions' own objects, such as `KnativeVersion` and, where the strategy uses
    weights, `WeightConfig`, are added beside it.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        application: Application,
        strategy: Strategy,
        backends: Sequence[Backend] | None = None,
        router: Router | None = None,
        iter8_version: str = ITER8_VERSION,
    ) -> None:
        """Adds the routemap.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            application: The application, with its versions, the primary first.
            strategy: What traffic should do.
            backends: Where the requests of each version go, and which objects must be ready for that, in the order of
                the versions; default: each version is a Knative Service of its name.
            router: What makes the route; default: Istio's VirtualService.
            iter8_version: The version label that the controller takes routemaps by.

        Raises:
            ValueError: There is no version, or versions do not fit together or the strategy; a line for each.
        """
        place = "/".join(filter(None, (scope.node.path, id)))
        routing = Routing(
            application=application,
            strategy=strategy,
            declared_plan=None if not application.versions else strategy.plan(application),
            backends=tuple(map(knative_backend, application.versions) if backends is None else backends),
            router=router or IstioRouter(),
            carries_weights=strategy.weighted,
            has_entry=strategy.name != "none",
        )
        check_routing(place, routing)
        super().__init__(
            scope,
            id,
            name=application.name,
            namespace=application.namespace,
            versions=routing.routemap_versions(),
            templates=routing.templates(),
            iter8_version=iter8_version,
        )
