"""The entry point of a release, for callers."""

from constructs import Construct

from cdk8s_iter8.manifests.release_service import release_service
from cdk8s_iter8.objects.part import Part, default_namespace
from cdk8s_iter8.routers.istio import INGRESS_GATEWAY
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import Host, Id, Name, Namespace


@checked
class ReleaseService(Part):
    """The name that callers use for an application.

    Emits one object: a Service of type ExternalName, named for the application. In the mesh its name is what the route
    takes; callers without sidecar are led to a gateway.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> _ = ReleaseService(chart, "service", name="hello")
        >>> chart.to_json()[0]["spec"]["externalName"]
        'istio-ingressgateway.istio-system.svc.cluster.local'
    """

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        name: Name,
        namespace: Namespace | None = None,
        external_name: Host = INGRESS_GATEWAY,
    ) -> None:
        """Adds the Service.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            name: The application's name.
            namespace: The application's namespace; default: the chart's, else ``default``.
            external_name: DNS name that the Service stands for; default: Istio's ingress gateway.

        Raises:
            ValuesError: An argument is wrong, a line for each.
        """
        super().__init__(scope, id)
        self.add(release_service(name, namespace or default_namespace(scope), external_name))
