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

    Emits one object: a Service of type ExternalName with the application's name. In the mesh, the route takes requests
    to this name. Callers without sidecar reach a gateway.

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
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            name: The application's name.
            namespace: The application's namespace; default: the chart's, else ``default``.
            external_name: DNS name that the Service is an alias of; default: Istio's ingress gateway.

        Raises:
            ValuesError: An argument is wrong; one line for each problem.
        """
        super().__init__(scope, id)
        self.add(release_service(name, namespace or default_namespace(scope), external_name))
