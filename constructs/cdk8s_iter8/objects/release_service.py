"""The entry point of a release, for callers."""

from cdk8s_plus_27.k8s import KubeService, ServiceSpec
from constructs import Construct

from cdk8s_iter8.objects.part import Part
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
        self.add(
            KubeService,
            metadata={"name": name, "namespace": self.namespace(namespace)},
            spec=ServiceSpec(type="ExternalName", external_name=external_name, session_affinity="None"),
        )
