"""Knative Services behind Istio: the environment ``knative-istio``."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, model_validator

from cdk8s_iter8.environments.environment import Environment
from cdk8s_iter8.environments.release_version import ReleaseApplication, ReleaseVersion
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.manifests.knative_service import knative_service, whole_spec
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.mirror_service import mirror_service
from cdk8s_iter8.manifests.release_service import release_service
from cdk8s_iter8.metrics.envoy_clusters import revision_queries, service_queries
from cdk8s_iter8.metrics.queue_proxy import queue_proxy_queries
from cdk8s_iter8.metrics.version_queries import VersionQueries
from cdk8s_iter8.routers.backend import Backend, ServiceAddress, knative_backend
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.specifications.knative_annotations import service_annotation_problems
from cdk8s_iter8.specifications.knative_pod import reserved_port
from cdk8s_iter8.specifications.knative_service import scaled_to_zero, spec_problems, template_annotations
from cdk8s_iter8.specifications.schema_files import knative_service_schema
from cdk8s_iter8.specifications.specification import Specification, checked_by
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.image_reference import ImageReference
from cdk8s_iter8.validation.model import ProblemsError, one_of
from cdk8s_iter8.validation.problem import Path, Problem, below
from cdk8s_iter8.validation.scalars import Port
from cdk8s_iter8.values.release import ExternalServiceValues, ServiceValues, VersionValues


class KsvcSpecification(Specification):
    """A whole Knative Service."""

    spec: Annotated[dict[str, Any], checked_by(knative_service_schema)] = Field(
        description="The Knative Service's spec."
    )


class KnativeVersionValues(VersionValues):
    """A version that is a Knative Service: its image, or the whole object."""

    model_config = ConfigDict(json_schema_extra=one_of("image", "ksvcSpecification"))

    image: ImageReference | None = Field(default=None, description="Container image; the Service is made from it.")
    port: Port | None = Field(default=None, description="Port of the container; default: the application's.")
    ksvc_specification: KsvcSpecification | None = Field(
        default=None, description="The whole Knative Service, instead of image."
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

    def backend(self, version: ReleaseVersion[KnativeVersionValues]) -> Backend:
        """Returns the backend of the Knative Service."""
        return knative_backend(_ksvc(version))

    def manifests(self, version: ReleaseVersion[KnativeVersionValues]) -> Iterator[Manifest]:
        """Yields the Knative Service."""
        yield knative_service(_ksvc(version), spec=_spec(version))

    def mirror_manifests(self, version: ReleaseVersion[KnativeVersionValues]) -> Iterator[Manifest]:
        """Yields the Service for mirrored requests, which cannot go through Knative's gateway."""
        yield mirror_service(_ksvc(version), _spec(version))

    def entry(self, release: ReleaseApplication[KnativeVersionValues]) -> Iterator[Manifest]:
        """Yields the ExternalName Service, if requests are routed."""
        if release.strategy.name != "none":
            application, external_name = release.application, release.values.service.external_name
            yield release_service(application.name, application.namespace, external_name)

    def queries(self, version: ReleaseVersion[KnativeVersionValues]) -> tuple[VersionQueries, ...]:
        """Returns the queries at Knative's gateway, which mirrored requests do not pass, and at the pods."""
        ksvc = _ksvc(version)
        pods = queue_proxy_queries(ksvc.name, ksvc.namespace)
        mirror = self.backend(version).mirror
        if version.version.mirrored and isinstance(mirror, ServiceAddress):
            return (service_queries(mirror.host, mirror.port), pods)
        return (revision_queries(ksvc.name, ksvc.namespace), pods)

    def problems(self, release: ReleaseApplication[KnativeVersionValues]) -> Iterator[Problem]:
        """Yields problems of values that Knative refuses although its schema allows them."""
        application = release.values.application
        yield from below(("application", "port"), reserved_port(application.port))
        yield from below(
            ("application", "metadata", "annotations"), service_annotation_problems(application.metadata.annotations)
        )
        for index, version in enumerate(release.versions):
            yield from below(("application", "versions", index), _version_problems(version))


def _ksvc(version: ReleaseVersion[KnativeVersionValues]) -> Version:
    return version.with_metadata_of(version.values.ksvc_specification)


def _spec(version: ReleaseVersion[KnativeVersionValues]) -> Mapping[str, Any]:
    values = version.values
    port = values.port or version.release.application.port
    return whole_spec(
        image=values.image, port=port, spec=values.ksvc_specification.spec if values.ksvc_specification else None
    )


def _version_problems(version: ReleaseVersion[KnativeVersionValues]) -> Iterator[Problem]:
    """Yields problems for which Knative would refuse a version; paths start at the version."""
    values = version.values
    yield from below(("port",), reserved_port(values.port))
    yield from below(("metadata", "annotations"), service_annotation_problems(values.metadata.annotations))
    specification = values.ksvc_specification
    if not specification:
        return
    place: Path = ("ksvcSpecification",)
    yield from below(
        (*place, "metadata", "annotations"), service_annotation_problems(specification.metadata.annotations)
    )
    yield from below((*place, "spec"), spec_problems(_ksvc(version).name, specification.spec))
    if version.version.mirrored:
        template: Path = (*place, "spec", "template", "metadata", "annotations")
        yield from below(template, scaled_to_zero(template_annotations(specification.spec)))
