"""Where copies of requests are sent, past Knative's gateway."""

from cdk8s_plus_27.k8s import IntOrString, KubeService, ObjectMeta, ServicePort, ServiceSpec
from constructs import Construct

from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import Arguments
from cdk8s_iter8.validation.scalars import Name, Port

QUEUE_PROXY = {"http": 8012, "h2c": 8013}


class _Arguments(Arguments):
    name: Name
    port: Port


class MirrorService(Construct):
    """The pods of a Knative Service, reached without Knative's gateway.

    A copy of a request keeps the Host that was set for the primary, by which Knative's gateway would send it to the
    primary again. So copies go straight to the version's pods, to queue-proxy's port.

    Emits one object: a Service ``NAME-mirror`` of type ClusterIP that selects the Knative Service's pods.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> _ = MirrorService(chart, "mirror", version=Version("hello-1"))
        >>> chart.to_json()[0]["spec"]["selector"]
        {'serving.knative.dev/service': 'hello-1'}
    """

    def __init__(self, scope: Construct, id: str, *, version: Version, port: int = QUEUE_PROXY["http"]) -> None:
        """Adds the Service.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            version: The version: name and namespace of its Knative Service.
            port: queue-proxy's port; 8012 for HTTP/1, 8013 for h2c.

        Raises:
            ValuesError: The name is too long with the ending, or the port is none; a line for each.
        """
        super().__init__(scope, id)
        name = f"{version.name}-mirror"
        _Arguments.check(self.node.path, name=name, port=port)
        KubeService(
            self,
            "service",
            metadata=ObjectMeta(name=name, namespace=version.namespace),
            spec=ServiceSpec(
                selector={"serving.knative.dev/service": version.name},
                ports=[ServicePort(name="http", port=80, target_port=IntOrString.from_number(port))],
            ),
        )
