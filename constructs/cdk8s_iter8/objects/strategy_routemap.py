"""A routemap of Knative services for any strategy: what those of the single strategies have in common."""

from constructs import Construct

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION, Resource, RoutemapVersion, RoutingTemplate, weight_config
from cdk8s_iter8.objects.application_check import check_application
from cdk8s_iter8.objects.routemap import Routemap
from cdk8s_iter8.routers.backend import knative_backend
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Route
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.version import Version


class StrategyRoutemap(Routemap):
    """A routemap that shares requests among Knative services as a strategy says.

    Emits one object, the routemap. The versions' own objects are `KnativeVersion` and, where the strategy uses weights,
    `WeightConfig`.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        application: Application,
        strategy: Strategy,
        iter8_version: str = ITER8_VERSION,
    ) -> None:
        """Adds the routemap.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            application: The application, with its versions, the primary first.
            strategy: What traffic should do.
            iter8_version: The version label that the controller takes routemaps by.

        Raises:
            ValueError: There is no version, or versions do not fit together or the strategy; a line for each.
        """
        check_application("/".join(filter(None, (scope.node.path, id))), application, strategy)
        plan, router = strategy.plan(application), IstioRouter()
        templates: dict[str, RoutingTemplate] = {}
        backends = tuple(knative_backend(version) for version in application.versions)
        if plan:
            route = Route(application.name, application.namespace, plan, backends, application.gateways)
            templates[strategy.name] = RoutingTemplate(router.gvr_short, router.template(route))
        super().__init__(
            scope,
            id,
            name=application.name,
            namespace=application.namespace,
            versions=[_listed(version, weighted=strategy.weighted) for version in application.versions],
            templates=templates,
            iter8_version=iter8_version,
        )


def _listed(version: Version, *, weighted: bool) -> RoutemapVersion:
    service = Resource("ksvc", version.name, version.namespace)
    if not weighted:
        return RoutemapVersion((service,))
    return RoutemapVersion((weight_config(version.name, version.namespace), service), version.weight)
