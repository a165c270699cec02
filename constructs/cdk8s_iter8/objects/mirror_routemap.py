"""The routemap of a release that mirrors requests to candidates."""

from collections.abc import Sequence

from constructs import Construct

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.objects.part import default_namespace, placed
from cdk8s_iter8.objects.strategy_routemap import StrategyRoutemap
from cdk8s_iter8.routers.backend import Backend
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import Mirror
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import GatewayName, Id, Iter8Version, Name, Namespace


@checked
class MirrorRoutemap(StrategyRoutemap):
    """The primary answers every request; each ready candidate gets copies of some, its answers dropped.

    Emits one object: the routemap ``NAME-routemap``. It expects a `KnativeVersion` and a `WeightConfig` for each
    version, and a `MirrorService` for each candidate.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> versions = [Version("hello-0"), Version("hello-1", weight=100, mirrored=True)]
        >>> _ = MirrorRoutemap(chart, "routemap", name="hello", versions=versions)
        >>> "host: hello-1-mirror.default.svc.cluster.local" in chart.to_json()[0]["data"]["strSpec"]
        True
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
        iter8_version: Iter8Version = ITER8_VERSION,
    ) -> None:
        """Adds the routemap.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            name: The application's name.
            namespace: The application's namespace; default: the chart's, else ``default``.
            versions: The versions, the primary first; candidates are ``mirrored``, and their weight is the percentage,
                0 to 100, of requests that are copied to them.
            backends: Where the requests of each version go, and which objects must be ready for that, in the order of
                the versions; default: each version is a Knative Service of its name.
            router: What makes the route; default: Istio's VirtualService.
            gateways: Gateways that the route is bound to, beside the mesh: NAME or NAMESPACE/NAME.
            iter8_version: The version label that the controller takes routemaps by.

        Raises:
            ValuesError: An argument is wrong, a line for each; or there is no version, or versions do not fit together
                or the strategy.
        """
        where = namespace or default_namespace(scope)
        there = tuple(placed(version, scope) for version in versions)
        application = Application(name, where, there, tuple(gateways))
        super().__init__(
            scope,
            id,
            application=application,
            strategy=Mirror(),
            backends=backends,
            router=router,
            iter8_version=iter8_version,
        )
