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
    """A ``ServiceSpec`` of any import of Knative's CRD."""

    @property
    def template(self) -> object:
        """What revisions are made from."""


KnativeSpec = Annotated[Mapping[str, Any] | TypedSpec, spec_of(knative_service_schema, "a Knative Service")]


@checked
class KnativeVersion(Part):
    """A version of an application as a Knative Service.

    Emits one object: a Service (serving.knative.dev/v1) named for the version, with the label
    ``iter8.tools/watch: "true"`` that the controller needs. A version that is mirrored to also gets the annotation
    ``autoscaling.knative.dev/min-scale: "1"`` unless its spec has one, since copies do not wake it up.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> version = Version("hello-0", weight=30)
        >>> _ = KnativeVersion(chart, "hello-0", version=version, image="ghcr.io/knative/helloworld-go", port=8080)
        >>> [each["metadata"]["name"] for each in chart.to_json()]
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
            scope: Where it is added, usually a chart.
            id: Its id there.
            version: The version: name, namespace, labels and annotations.
            image: Container image; one container is made from it.
            port: The container's port, 1 to 65535; requests always come to port 80 of the Service.
            spec: The Service's whole spec, instead of image and port: a mapping with the keys of the Knative API, or
                the typed `cdk8s_iter8_crds.dev.knative.serving.ServiceSpec` or that of a program's own import. Dicts
                inside a struct may spell fields as Python does.

        Raises:
            ValuesError: An argument is wrong, a line for each; neither or both of image and spec are given; or Knative
                would refuse the Service.
        """
        super().__init__(scope, id)
        if (image is None) == (spec is None):
            raise ValuesError([f"{self.node.path}: a version needs either image or spec"])
        version = placed(version, scope)
        # A struct that was given is plain data by now.
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
