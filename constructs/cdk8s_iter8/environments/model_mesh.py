"""KServe's models in a ModelMesh behind Istio: the environment ``kserve-modelmesh-istio``."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field

from cdk8s_iter8.environments.environment import AnyValues, Environment
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.routers.backend import Address, Backend
from cdk8s_iter8.routers.model_mesh import ModelMeshRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.scalars import Host, Port
from cdk8s_iter8.values.models import ModelApplicationValues, ModelVersionValues
from cdk8s_iter8.values.release import ApplicationValues, ServiceValues, VersionValues

if TYPE_CHECKING:
    from constructs import Construct

DEPLOYMENT_MODE = "serving.kserve.io/deploymentMode"


class ModelMeshServiceValues(ServiceValues):
    """The Service of the ModelMesh, which serves every model."""

    host: Host = Field("modelmesh-serving.modelmesh-serving.svc.cluster.local", description="Its DNS name.")
    port: Port = Field(8033, description="Its port.")


class ModelMeshIstio(Environment[ModelVersionValues]):
    """Each version is an InferenceService that one ModelMesh serves; a request header names the model."""

    name: ClassVar[str] = "kserve-modelmesh-istio"
    version_values: ClassVar[type[VersionValues]] = ModelVersionValues
    application_values: ClassVar[type[ApplicationValues[Any]]] = ModelApplicationValues
    service_values: ClassVar[type[ServiceValues]] = ModelMeshServiceValues
    resource_types: ClassVar[Mapping[str, ResourceType]] = {"isvc": SHIPPED["isvc"]}
    router: ClassVar[Router | None] = ModelMeshRouter()

    def resources(self, version: Version, values: ModelVersionValues) -> tuple[Resource, ...]:
        """Returns the InferenceService."""
        placed = values.placed(version)
        return (Resource("isvc", placed.name, placed.namespace),)

    def backend(self, version: Version, values: ModelVersionValues, release: AnyValues) -> Backend:
        """Returns the ModelMesh, with the header that names the version's model."""
        placed = values.placed(version)
        return Backend(
            name=placed.name,
            namespace=placed.namespace,
            address=Address(release.service.host, release.service.port),
            request_headers={"mm-vmodel-id": placed.name},
            # The Iter8 chart removes it on the way to the primary only.
            removed_request_headers=("branch",) if values is release.application.versions[0] else (),
        )

    def add_version(self, scope: "Construct", version: Version, values: ModelVersionValues, release: AnyValues) -> None:
        """Adds the InferenceService."""
        from cdk8s_iter8.objects.inference_service_version import InferenceServiceVersion

        specification = values.inference_service_specification
        placed = values.placed(version)
        InferenceServiceVersion(
            scope,
            version.name,
            version=replace(placed, annotations={DEPLOYMENT_MODE: "ModelMesh", **placed.annotations}),
            storage_uri=values.storage_uri,
            model_format=values.model_format or release.application.model_format,
            min_replicas=None,
            spec=specification.spec if specification else None,
        )

    def add_entry(self, scope: "Construct", application: Application, release: AnyValues) -> None:
        """Adds the ServiceEntry."""
        from cdk8s_iter8.objects.model_mesh_entry import ModelMeshEntry

        ModelMeshEntry(
            scope,
            "service-entry",
            name=application.name,
            namespace=application.namespace,
            port=release.service.port,
        )

    def problems(self, release: AnyValues, versions: tuple[Version, ...], strategy: Strategy) -> Iterator[Problem]:  # noqa: ARG002
        """Yields models without format."""
        yield from release.application.problems()
