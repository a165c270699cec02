"""Deployments without routing: the environment ``deployment``, and what all environments of Deployments share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, model_validator

from cdk8s_iter8.environments.environment import Environment
from cdk8s_iter8.environments.release_version import ReleaseApplication, ReleaseVersion
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.manifests.deployment import deployment
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.selected_pods import selects, service_problems, template_problems
from cdk8s_iter8.manifests.version_service import version_service
from cdk8s_iter8.routers.backend import Backend, ServiceAddress
from cdk8s_iter8.specifications.schema_files import deployment_schema, service_schema
from cdk8s_iter8.specifications.specification import Specification, checked_by
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.model import ProblemsError, one_of
from cdk8s_iter8.validation.problem import Path, Problem, below
from cdk8s_iter8.validation.scalars import Image, Port
from cdk8s_iter8.values.release import VersionValues


class DeploymentSpecification(Specification):
    """A whole Deployment."""

    spec: Annotated[dict[str, Any], checked_by(deployment_schema)] = Field(description="The Deployment's spec.")


class ServiceSpecification(Specification):
    """A whole Service."""

    spec: Annotated[dict[str, Any], checked_by(service_schema)] = Field(description="The Service's spec.")


class DeploymentVersionValues(VersionValues):
    """A version that is a Deployment and a Service: its image, or the whole objects."""

    model_config = ConfigDict(json_schema_extra=one_of("image", "deploymentSpecification"))

    image: Image | None = Field(default=None, description="Container image; the Deployment is made from it.")
    port: Port | None = Field(
        default=None, description="Port of the container and the Service; default: the application's."
    )
    deployment_specification: DeploymentSpecification | None = Field(
        default=None, description="The whole Deployment, instead of image."
    )
    service_specification: ServiceSpecification | None = Field(
        default=None, description="The whole Service; default: one that selects app: VERSION."
    )

    @model_validator(mode="after")
    def _image_or_specification(self) -> "DeploymentVersionValues":
        if (self.image is None) == (self.deployment_specification is None):
            raise ProblemsError([Problem((), "needs either image or deploymentSpecification")])
        return self


class Deployment(Environment[DeploymentVersionValues]):
    """Each version is a Deployment and a Service; callers choose among them, as with the Iter8 SDK."""

    name: ClassVar[str] = "deployment"
    version_values: ClassVar[type[VersionValues]] = DeploymentVersionValues
    resource_types: ClassVar[Mapping[str, ResourceType]] = {"svc": SHIPPED["svc"], "deploy": SHIPPED["deploy"]}

    def backend(self, version: ReleaseVersion[DeploymentVersionValues]) -> Backend:
        """Returns the Service, for requests and for mirrored requests."""
        service, deployment = as_service(version), _as_deployment(version)
        address = ServiceAddress(service.name, service.namespace, _service_port(version))
        return Backend(
            service.name,
            service.namespace,
            address,
            resources=(
                Resource("svc", service.name, service.namespace),
                Resource("deploy", deployment.name, deployment.namespace),
            ),
            mirror=address,
        )

    def manifests(self, version: ReleaseVersion[DeploymentVersionValues]) -> Iterator[Manifest]:
        """Yields the Deployment and the Service."""
        values = version.values
        port = values.port or version.release.application.port
        whole, service = values.deployment_specification, values.service_specification
        yield deployment(_as_deployment(version), image=values.image, port=port, spec=whole.spec if whole else None)
        yield version_service(as_service(version), port=port, spec=service.spec if service else None)

    def problems(self, release: ReleaseApplication[DeploymentVersionValues]) -> Iterator[Problem]:
        """Yields Deployments and Services that do not select the pods of their version, or select others too."""
        pairs = [tuple(self.manifests(version)) for version in release.versions]
        for index, (version, (pods, service)) in enumerate(zip(release.versions, pairs, strict=True)):
            others = [other for other, _ in pairs if other is not pods and selects(service, other)]
            problems = _selection_problems(version.values, pods, service, others)
            yield from below(("application", "versions", index), problems)


def as_service(version: ReleaseVersion[DeploymentVersionValues]) -> Version:
    """Returns a version with the metadata of its Service."""
    return version.with_metadata_of(version.values.service_specification)


def _as_deployment(version: ReleaseVersion[DeploymentVersionValues]) -> Version:
    return version.with_metadata_of(version.values.deployment_specification)


def _selection_problems(
    values: DeploymentVersionValues, pods: Manifest, service: Manifest, others: Sequence[Manifest]
) -> Iterator[Problem]:
    if values.deployment_specification:
        yield from below(("deploymentSpecification",), template_problems(pods))
    for problem in service_problems(service, pods):
        if values.service_specification:
            yield replace(problem, path=("serviceSpecification", *problem.path))
        else:
            path: Path = ("spec", "template", "metadata", "labels") if problem.path[0] == "spec" else problem.path
            text = f"the version's Service does not select these pods ({problem}): change this, or add"
            yield Problem(("deploymentSpecification", *path), f"{text} serviceSpecification")
    for other in others:
        place = ("serviceSpecification", "spec", "selector") if values.service_specification else ()
        name = other["metadata"]["name"]
        yield Problem(place, f"the Service selects the pods of {name} too: give the pods of every version other labels")


def _service_port(version: ReleaseVersion[DeploymentVersionValues]) -> int:
    """Returns the port of a version's Service to which requests are sent.

    It is the version's port, as in the Iter8 chart. A whole Service from values may not have that port; then its first
    port is used.
    """
    port: int = version.values.port or version.release.application.port
    service = version.values.service_specification
    ports: list[int] = [service_port["port"] for service_port in service.spec.get("ports", ())] if service else []
    return ports[0] if ports and port not in ports else port
