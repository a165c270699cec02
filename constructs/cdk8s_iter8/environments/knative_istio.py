"""Knative services behind Istio: the environment ``knative-istio``."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, model_validator

from cdk8s_iter8.environments.environment import AnyValues, Environment
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.routers.backend import Backend, knative_backend
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.specifications.knative_service import (
    misplaced_annotations,
    reserved_port,
    scaled_to_zero,
    spec_problems,
    template_annotations,
)
from cdk8s_iter8.specifications.schema_files import knative_service_schema
from cdk8s_iter8.specifications.specification import Specification, checked_by
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.validation.model import ProblemsError, one_of
from cdk8s_iter8.validation.problem import Path, Problem, below
from cdk8s_iter8.validation.scalars import Image, Port
from cdk8s_iter8.values.release import ExternalServiceValues, ServiceValues, VersionValues

if TYPE_CHECKING:
    from constructs import Construct


class KsvcSpecification(Specification):
    """A whole Knative Service."""

    spec: Annotated[dict[str, Any], checked_by(knative_service_schema)] = Field(
        description="The Knative Service's spec."
    )


class KnativeVersionValues(VersionValues):
    """A version that is a Knative Service: its image, or all of it."""

    model_config = ConfigDict(json_schema_extra=one_of("image", "ksvcSpecification"))

    image: Image | None = Field(None, description="Container image; the Service is made from it.")
    port: Port | None = Field(None, description="Port of the container; default: the application's.")
    ksvc_specification: KsvcSpecification | None = Field(
        None, description="The whole Knative Service, instead of image."
    )

    @model_validator(mode="after")
    def _image_or_specification(self) -> "KnativeVersionValues":
        if (self.image is None) == (self.ksvc_specification is None):
            raise ProblemsError([Problem((), "needs either image or ksvcSpecification")])
        return self


class KnativeIstio(Environment[KnativeVersionValues]):
    """Each version is a Knative Service; requests reach it through Knative's own gateway, told apart by their Host."""

    name: ClassVar[str] = "knative-istio"
    version_values: ClassVar[type[VersionValues]] = KnativeVersionValues
    service_values: ClassVar[type[ServiceValues]] = ExternalServiceValues
    resource_types: ClassVar[Mapping[str, ResourceType]] = {
        "ksvc": ResourceType("serving.knative.dev", "v1", "services", ("Ready",))
    }
    router: ClassVar[Router | None] = IstioRouter()

    def resources(self, version: Version, values: KnativeVersionValues) -> tuple[Resource, ...]:
        """Returns the Knative Service."""
        placed = ksvc(version, values)
        return (Resource("ksvc", placed.name, placed.namespace),)

    def backend(self, version: Version, values: KnativeVersionValues, release: AnyValues) -> Backend:  # noqa: ARG002
        """Returns the Knative Service's host."""
        return knative_backend(ksvc(version, values))

    def add_version(
        self, scope: "Construct", version: Version, values: KnativeVersionValues, release: AnyValues
    ) -> None:
        """Adds the Knative Service."""
        from cdk8s_iter8.objects.knative_version import KnativeVersion

        KnativeVersion(
            scope,
            version.name,
            version=ksvc(version, values),
            image=values.image,
            port=values.port or release.application.port,
            spec=values.ksvc_specification.spec if values.ksvc_specification else None,
        )

    def add_mirror(self, scope: "Construct", version: Version, values: KnativeVersionValues) -> None:
        """Adds the Service that copies are sent to, since the Knative Service's own host cannot tell them apart."""
        from cdk8s_iter8.objects.mirror_service import MirrorService

        MirrorService(scope, f"{version.name}-mirror", version=ksvc(version, values))

    def add_entry(self, scope: "Construct", application: Application, release: AnyValues) -> None:
        """Adds the ExternalName Service."""
        from cdk8s_iter8.objects.release_service import ReleaseService

        ReleaseService(
            scope,
            "service",
            name=application.name,
            namespace=application.namespace,
            external_name=release.service.external_name,
        )

    def problems(self, release: AnyValues, versions: tuple[Version, ...], strategy: Strategy) -> Iterator[Problem]:  # noqa: ARG002
        """Yields what Knative refuses although its schema allows it."""
        application = release.application
        for each in reserved_port(application.port):
            yield Problem(("application", "port"), each.message)
        yield from below(
            ("application", "metadata", "annotations"), misplaced_annotations(application.metadata.annotations)
        )
        for index, (version, values) in enumerate(zip(versions, application.versions, strict=True)):
            yield from below(("application", "versions", index), _version_problems(version, values))


def ksvc(version: Version, values: KnativeVersionValues) -> Version:
    """Returns a version with its Knative Service's own metadata, which wins over the version's."""
    specification = values.ksvc_specification
    return version.with_metadata(specification.metadata if specification else Metadata())


def _version_problems(version: Version, values: KnativeVersionValues) -> Iterator[Problem]:
    """What Knative refuses of a version; paths start there."""
    for each in reserved_port(values.port):
        yield Problem(("port",), each.message)
    yield from below(("metadata", "annotations"), misplaced_annotations(values.metadata.annotations))
    specification = values.ksvc_specification
    if not specification:
        return
    place: Path = ("ksvcSpecification",)
    yield from below((*place, "metadata", "annotations"), misplaced_annotations(specification.metadata.annotations))
    yield from below((*place, "spec"), spec_problems(ksvc(version, values).name, specification.spec))
    if version.mirrored:
        template: Path = (*place, "spec", "template", "metadata", "annotations")
        yield from below(template, scaled_to_zero(template_annotations(specification.spec)))
