"""The base class of routemaps that follow a strategy."""

from collections.abc import Sequence
from typing import ClassVar

from constructs import Construct

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.objects.part import default_namespace, placed
from cdk8s_iter8.objects.routemap import Routemap
from cdk8s_iter8.objects.routing_check import check_routing
from cdk8s_iter8.routers.backend import Backend, knative_backend
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.scalars import GatewayName, Id, Iter8Version, Name, Namespace


class StrategyRoutemap(Routemap):
    """A routemap that shares requests among versions by a strategy. Subclasses name the strategy.

    Emits one object: the routemap ``NAME-routemap``. Add the versions' own objects beside it, such as `KnativeVersion`
    and, if the strategy uses weights, `WeightConfig`.

    Attributes:
        strategy: The strategy.
    """

    strategy: ClassVar[Strategy]

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        name: Name,
        namespace: Namespace | None = None,
        versions: Sequence[Version],
        backends: Sequence[Backend] | None = None,
        router: Router | None = None,
        gateways: Sequence[GatewayName] = (),
        session_affinity: SessionAffinity | None = None,
        iter8_version: Iter8Version = ITER8_VERSION,
    ) -> None:
        """Adds the routemap.

        Args:
            scope: Where the routemap is added, usually a chart.
            id: The id of the routemap in its scope.
            name: The application's name.
            namespace: The application's namespace; default: the chart's, else ``default``.
            versions: The versions, the primary first. A weight is relative, with strategy mirror a percentage, 0 to
                100; a canary's candidates have matches, which default to the header ``traffic: test``.
            backends: Where the requests of the versions go, and the objects that must be ready for that, in the order
                of the versions; default: every version is a Knative Service with the version's name.
            router: The router that makes the route; default: Istio's VirtualService.
            gateways: Gateways that the route is bound to, in addition to the mesh: NAME or NAMESPACE/NAME.
            session_affinity: For blue-green: the cookie that keeps a user with the version that first answered;
                default: none. With another strategy it is an error, as in values.
            iter8_version: The version label; a controller takes only routemaps with its own version.

        Raises:
            ValuesError: An argument is wrong; there is no version; or versions do not fit together or the strategy.
                One line for each problem.
        """
        place = "/".join(filter(None, (scope.node.path, id)))
        placed_versions = tuple(placed(version, scope) for version in versions)
        application = Application(
            name, namespace or default_namespace(scope), placed_versions, tuple(gateways), session_affinity
        )
        routing = Routing(
            application=application,
            strategy=self.strategy,
            declared_plan=self.strategy.plan(application) if placed_versions else None,
            backends=tuple(map(knative_backend, placed_versions) if backends is None else backends),
            router=router or IstioRouter(),
            carries_weights=self.strategy.weighted,
            has_entry=self.strategy.name != "none",
        )
        check_routing(place, routing)
        super().__init__(
            scope,
            id,
            name=name,
            namespace=application.namespace,
            versions=routing.routemap_versions(),
            templates=routing.templates(),
            iter8_version=iter8_version,
        )
