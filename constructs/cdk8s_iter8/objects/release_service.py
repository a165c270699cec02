"""The entry point of a release, for callers."""

from cdk8s_plus_27.k8s import KubeService, ObjectMeta, ServiceSpec
from constructs import Construct

from cdk8s_iter8.routers.istio import INGRESS_GATEWAY
from cdk8s_iter8.validation.arguments import Arguments
from cdk8s_iter8.validation.scalars import Host, Name, Namespace


class _Arguments(Arguments):
    name: Name
    namespace: Namespace
    external_name: Host


class ReleaseService(Construct):
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
        id: str,
        *,
        name: str,
        namespace: str = "default",
        external_name: str = INGRESS_GATEWAY,
    ) -> None:
        """Adds the Service.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            name: The application's name.
            namespace: The application's namespace.
            external_name: DNS name that the Service stands for; default: Istio's ingress gateway.

        Raises:
            ValuesError: Kubernetes would refuse a name; a line for each.
        """
        super().__init__(scope, id)
        _Arguments.check(self.node.path, name=name, namespace=namespace, external_name=external_name)
        KubeService(
            self,
            "service",
            metadata=ObjectMeta(name=name, namespace=namespace),
            spec=ServiceSpec(type="ExternalName", external_name=external_name, session_affinity="None"),
        )
