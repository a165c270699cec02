"""The Service for requests that are mirrored to a version, past Knative's gateway."""

from collections.abc import Mapping
from typing import Annotated, Any, cast

from constructs import Construct
from pydantic import AfterValidator

from cdk8s_iter8.manifests.knative_service import whole_spec
from cdk8s_iter8.manifests.mirror_service import mirror_service
from cdk8s_iter8.objects.knative_version import KnativeSpec
from cdk8s_iter8.objects.part import Part, placed
from cdk8s_iter8.routers.backend import mirror_name
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.model import ProblemsError
from cdk8s_iter8.validation.problem import Problem, ValuesError, as_text
from cdk8s_iter8.validation.scalars import NAME_RULE, Id, Image, Port, is_name


def _mirrorable(version: Version) -> Version:
    if not is_name(name := mirror_name(version.name)):
        raise ProblemsError(
            [Problem(("name",), f"{as_text(name)}, its Service for mirrored requests, is not {NAME_RULE}")]
        )
    return version


MirroredVersion = Annotated[Version, AfterValidator(_mirrorable)]


@checked
class MirrorService(Part):
    """A way to the pods of a Knative Service that does not go through Knative's gateway.

    A mirrored request keeps the primary's Host, so Knative's gateway would send it to the primary again. Mirrored
    requests go directly to the version's pods, to the port of queue-proxy.

    Emits one object: a Service ``NAME-mirror`` of type ClusterIP that selects the pods of the Knative Service's newest
    revision. They have a label for it if the `KnativeVersion` has the same arguments and a version with
    ``mirrored=True``.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> _ = MirrorService(chart, "mirror", version=Version("hello-1"), image="hello")
        >>> chart.to_json()[0]["spec"]["selector"]
        {'cdk8s-iter8/mirrored': '2a76470089', 'serving.knative.dev/service': 'hello-1'}
    """

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        version: MirroredVersion,
        image: Image | None = None,
        port: Port = 80,
        spec: KnativeSpec | None = None,
    ) -> None:
        """Adds the Service.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            version: The version: name and namespace of its Knative Service.
            image: The container's image, as `KnativeVersion` has it.
            port: The container's port, as `KnativeVersion` has it.
            spec: The Knative Service's whole spec, as `KnativeVersion` has it, instead of image and port.

        Raises:
            ValuesError: An argument is wrong; both or neither of image and spec are given; or the name of the Service
                would be too long. One line for each problem.
        """
        super().__init__(scope, id)
        if (image is None) == (spec is None):
            raise ValuesError([f"{self.node.path}: a version needs either image or spec"])
        whole = whole_spec(image=image, port=port, spec=cast("Mapping[str, Any] | None", spec))
        self.add(mirror_service(placed(version, scope), whole))
