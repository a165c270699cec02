"""The routemap of a blue-green release."""

from collections.abc import Sequence

from constructs import Construct

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.objects.part import default_namespace, placed
from cdk8s_iter8.objects.strategy_routemap import StrategyRoutemap
from cdk8s_iter8.routers.backend import Backend
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import BlueGreen
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import GatewayName, Id, Iter8Version, Name, Namespace


@checked
class BlueGreenRoutemap(StrategyRoutemap):
    """Ready versions share the requests by their weights; when none is ready the primary gets them.

    Emits one object: the routemap ``NAME-routemap``. It expects a `KnativeVersion` and a `WeightConfig` for each
    version.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> versions = [Version("hello-0", weight=30), Version("hello-1", weight=70)]
        >>> _ = BlueGreenRoutemap(chart, "routemap", name="hello", versions=versions)
        >>> chart.to_json()[0]["metadata"]["name"]
        'hello-routemap'
    """

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
            scope: Where it is added, usually a chart.
            id: Its id there.
            name: The application's name.
            namespace: The application's namespace; default: the chart's, else ``default``.
            versions: The versions, the primary first, with their relative weights.
            backends: Where the requests of each version go, and which objects must be ready for that, in the order of
                the versions; default: each version is a Knative Service of its name.
            router: What makes the route; default: Istio's VirtualService.
            gateways: Gateways that the route is bound to, beside the mesh: NAME or NAMESPACE/NAME.
            session_affinity: How a user stays with the version that first answered; default: not at all.
            iter8_version: The version label that the controller takes routemaps by.

        Raises:
            ValuesError: An argument is wrong, a line for each; or there is no version, or versions do not fit together
                or the strategy.
        """
        where = namespace or default_namespace(scope)
        there = tuple(placed(version, scope) for version in versions)
        application = Application(name, where, there, tuple(gateways), session_affinity)
        super().__init__(
            scope,
            id,
            application=application,
            strategy=BlueGreen(),
            backends=backends,
            router=router,
            iter8_version=iter8_version,
        )
