"""Where copies of requests are sent, past Knative's gateway."""

from typing import Annotated

from cdk8s_plus_27.k8s import IntOrString, KubeService, ServicePort, ServiceSpec
from constructs import Construct
from pydantic import AfterValidator

from cdk8s_iter8.objects.part import Part
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.model import ProblemsError
from cdk8s_iter8.validation.problem import Problem, shown
from cdk8s_iter8.validation.scalars import NAME_RULE, Id, Port, is_name

QUEUE_PROXY = {"http": 8012, "h2c": 8013}


def _mirrorable(version: Version) -> Version:
    if not is_name(name := _name(version)):
        raise ProblemsError([Problem(("name",), f"{shown(name)}, its Service for copies, is not {NAME_RULE}")])
    return version


def _name(version: Version) -> str:
    return f"{version.name}-mirror"


MirroredVersion = Annotated[Version, AfterValidator(_mirrorable)]


@checked
class MirrorService(Part):
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

    def __init__(self, scope: Construct, id: Id, *, version: MirroredVersion, port: Port = QUEUE_PROXY["http"]) -> None:
        """Adds the Service.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            version: The version: name and namespace of its Knative Service.
            port: queue-proxy's port; 8012 for HTTP/1, 8013 for h2c.

        Raises:
            ValuesError: An argument is wrong, also the version's name if it is too long with the ending; a line for
                each.
        """
        super().__init__(scope, id)
        self.add(
            KubeService,
            metadata={"name": _name(version), "namespace": self.placed(version).namespace},
            spec=ServiceSpec(
                selector={"serving.knative.dev/service": version.name},
                ports=[ServicePort(name="http", port=80, target_port=IntOrString.from_number(port))],
            ),
        )
