"""A version that is a Knative Service."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Protocol, cast

from constructs import Construct

from cdk8s_iter8.manifests.knative_service import knative_service
from cdk8s_iter8.objects.part import Part, placed
from cdk8s_iter8.specifications.knative_annotations import service_annotation_problems
from cdk8s_iter8.specifications.knative_service import scaled_to_zero, spec_problems, template_annotations
from cdk8s_iter8.specifications.schema_files import knative_service_schema
from cdk8s_iter8.specifications.specification import spec_of
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.image_reference import ImageReference
from cdk8s_iter8.validation.problem import Path, Problem, ValuesError, below
from cdk8s_iter8.validation.scalars import Id, Port


class TypedSpec(Protocol):
    """A ``ServiceSpec`` from any import of Knative's CRD."""

    @property
    def template(self) -> object:
        """The template of revisions."""


KnativeSpec = Annotated[Mapping[str, Any] | TypedSpec, spec_of(knative_service_schema, "a Knative Service")]


@checked
class KnativeVersion(Part):
    """A version of an application as a Knative Service.

    Emits one object: a Service (serving.knative.dev/v1) named for the version, with the label
    ``iter8.tools/watch: "true"`` that the controller needs. A version to which requests are mirrored also gets the
    annotation ``autoscaling.knative.dev/min-scale: "1"``, unless its spec has one: mirrored requests cannot start pods.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> version = Version("hello-0", weight=30)
        >>> _ = KnativeVersion(chart, "hello-0", version=version, image="ghcr.io/knative/helloworld-go", port=8080)
        >>> [manifest["metadata"]["name"] for manifest in chart.to_json()]
        ['hello-0']
    """

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        version: Version,
        image: ImageReference | None = None,
        port: Port = 80,
        spec: KnativeSpec | None = None,
    ) -> None:
        """Adds the Knative Service.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            version: The version: name, namespace, labels and annotations.
            image: Container image; the pods have one container with it.
            port: The container's port, 1 to 65535. The Service itself always has port 80.
            spec: The Service's whole spec, instead of image and port: a mapping with the keys of the Knative API, or a
                typed ``ServiceSpec``, of `cdk8s_iter8_crds.dev.knative.serving` or of a program's own import. Dicts
                inside a struct may have Python's spelling of fields.

        Raises:
            ValuesError: An argument is wrong; both or neither of image and spec are given; or Knative would refuse the
                Service. One line for each problem.
        """
        super().__init__(scope, id)
        if (image is None) == (spec is None):
            raise ValuesError([f"{self.node.path}: a version needs either image or spec"])
        version = placed(version, scope)
        # `spec_of` has turned a struct into plain data.
        made = knative_service(version, image=image, port=port, spec=cast("Mapping[str, Any] | None", spec))
        problems = list(_problems(version, made["spec"]))
        if problems:
            raise ValuesError([f"{self.node.path}: {problem}" for problem in problems])
        self.add(made)


def _problems(version: Version, spec: Mapping[str, Any]) -> Iterator[Problem]:
    yield from below(("version", "annotations"), service_annotation_problems(version.annotations))
    yield from below(("spec",), spec_problems(version.name, spec))
    if version.mirrored:
        place: Path = ("spec", "template", "metadata", "annotations")
        yield from below(place, scaled_to_zero(template_annotations(spec)))
