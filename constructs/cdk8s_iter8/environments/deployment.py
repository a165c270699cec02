"""Deployments whose traffic is not routed: the environment ``deployment``, and what all of Deployments share."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, model_validator

from cdk8s_iter8.environments.environment import AnyValues, Environment
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.routers.backend import Address, Backend
from cdk8s_iter8.specifications.schema_files import deployment_schema, service_schema
from cdk8s_iter8.specifications.specification import Specification, checked_by
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.validation.model import ProblemsError, one_of
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.scalars import Image, Port
from cdk8s_iter8.values.release import VersionValues

if TYPE_CHECKING:
    from constructs import Construct


class DeploymentSpecification(Specification):
    """A whole Deployment."""

    spec: Annotated[dict[str, Any], checked_by(deployment_schema)] = Field(description="The Deployment's spec.")


class ServiceSpecification(Specification):
    """A whole Service."""

    spec: Annotated[dict[str, Any], checked_by(service_schema)] = Field(description="The Service's spec.")


class DeploymentVersionValues(VersionValues):
    """A version that is a Deployment and a Service: its image, or all of them."""

    model_config = ConfigDict(json_schema_extra=one_of("image", "deploymentSpecification"))

    image: Image | None = Field(None, description="Container image; the Deployment is made from it.")
    port: Port | None = Field(None, description="Port of the container and the Service; default: the application's.")
    deployment_specification: DeploymentSpecification | None = Field(
        None, description="The whole Deployment, instead of image."
    )
    service_specification: ServiceSpecification | None = Field(
        None, description="The whole Service; default: one that selects app: VERSION."
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

    def resources(self, version: Version, values: DeploymentVersionValues) -> tuple[Resource, ...]:
        """Returns the Service and the Deployment."""
        service, deployment = placed_service(version, values), placed_deployment(version, values)
        return (
            Resource("svc", service.name, service.namespace),
            Resource("deploy", deployment.name, deployment.namespace),
        )

    def backend(self, version: Version, values: DeploymentVersionValues, release: AnyValues) -> Backend:
        """Returns the Service."""
        service = placed_service(version, values)
        host = f"{service.name}.{service.namespace}.svc.cluster.local"
        address = Address(host, service_port(values, release))
        return Backend(service.name, service.namespace, address, mirror=address)

    def add_version(
        self, scope: "Construct", version: Version, values: DeploymentVersionValues, release: AnyValues
    ) -> None:
        """Adds the Deployment and the Service."""
        from cdk8s_iter8.objects.deployment_version import DeploymentVersion
        from cdk8s_iter8.objects.version_service import VersionService

        port = values.port or release.application.port
        deployment, service = values.deployment_specification, values.service_specification
        DeploymentVersion(
            scope,
            f"{version.name}-deployment",
            version=placed_deployment(version, values),
            image=values.image,
            port=port,
            spec=deployment.spec if deployment else None,
        )
        VersionService(
            scope,
            f"{version.name}-service",
            version=placed_service(version, values),
            port=port,
            spec=service.spec if service else None,
        )

    def has_entry(self, strategy: Strategy) -> bool:  # noqa: ARG002
        """Tells that a release has no entry Service."""
        return False


def placed_deployment(version: Version, values: DeploymentVersionValues) -> Version:
    """Returns a version with its Deployment's own metadata, which wins over the version's."""
    specification = values.deployment_specification
    return version.with_metadata(specification.metadata if specification else Metadata())


def placed_service(version: Version, values: DeploymentVersionValues) -> Version:
    """Returns a version with its Service's own metadata, which wins over the version's."""
    specification = values.service_specification
    return version.with_metadata(specification.metadata if specification else Metadata())


def service_port(values: DeploymentVersionValues, release: AnyValues) -> int:
    """Returns the port of a version's Service that requests are sent to.

    It is the version's port, as in the Iter8 chart; but a Service that is given whole, and has no such port, gets its
    requests at its first.
    """
    port: int = values.port or release.application.port
    service = values.service_specification
    ports: list[int] = [each["port"] for each in service.spec.get("ports", ())] if service else []
    return ports[0] if ports and port not in ports else port
