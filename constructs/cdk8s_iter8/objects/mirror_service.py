"""The Service for requests that are mirrored to a version, past Knative's gateway."""

from typing import Annotated

from constructs import Construct
from pydantic import AfterValidator

from cdk8s_iter8.manifests.mirror_service import QUEUE_PROXY, mirror_service
from cdk8s_iter8.objects.part import Part, placed
from cdk8s_iter8.routers.backend import mirror_name
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.model import ProblemsError
from cdk8s_iter8.validation.problem import Problem, shown
from cdk8s_iter8.validation.scalars import NAME_RULE, Id, Port, is_name


def _mirrorable(version: Version) -> Version:
    if not is_name(name := mirror_name(version.name)):
        raise ProblemsError(
            [Problem(("name",), f"{shown(name)}, its Service for mirrored requests, is not {NAME_RULE}")]
        )
    return version


MirroredVersion = Annotated[Version, AfterValidator(_mirrorable)]


@checked
class MirrorService(Part):
    """A way to the pods of a Knative Service that does not go through Knative's gateway.

    A mirrored request keeps the primary's Host, so Knative's gateway would send it to the primary again. Mirrored
    requests go directly to the version's pods, to the port of queue-proxy.

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
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            version: The version: name and namespace of its Knative Service.
            port: The port of queue-proxy: 8012 for HTTP/1, 8013 for h2c.

        Raises:
            ValuesError: An argument is wrong, or the name of the Service would be too long. One line for each problem.
        """
        super().__init__(scope, id)
        self.add(mirror_service(placed(version, scope), port))
