"""KServe's models in a ModelMesh behind Istio: the environment ``kserve-modelmesh-istio``."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from pydantic import Field

from cdk8s_iter8.environments.environment import Environment
from cdk8s_iter8.environments.release_version import ReleaseApplication, ReleaseVersion
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.manifests.inference_service import inference_service
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.model_mesh_entry import model_mesh_entry
from cdk8s_iter8.routers.backend import Backend, HostAddress
from cdk8s_iter8.routers.model_mesh import ModelMeshRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.scalars import Host, Port
from cdk8s_iter8.values.models import ModelApplicationValues, ModelVersionValues
from cdk8s_iter8.values.release import ApplicationValues, ServiceValues, VersionValues

DEPLOYMENT_MODE = "serving.kserve.io/deploymentMode"


class ModelMeshServiceValues(ServiceValues):
    """The Service of the ModelMesh, which serves every model."""

    host: Host = Field(default="modelmesh-serving.modelmesh-serving.svc.cluster.local", description="Its DNS name.")
    port: Port = Field(default=8033, description="Its port.")


class ModelMeshIstio(Environment[ModelVersionValues]):
    """Each version is an InferenceService that one ModelMesh serves; a request header names the model."""

    name: ClassVar[str] = "kserve-modelmesh-istio"
    version_values: ClassVar[type[VersionValues]] = ModelVersionValues
    application_values: ClassVar[type[ApplicationValues[Any]]] = ModelApplicationValues
    service_values: ClassVar[type[ServiceValues]] = ModelMeshServiceValues
    resource_types: ClassVar[Mapping[str, ResourceType]] = {"isvc": SHIPPED["isvc"]}
    router: ClassVar[Router | None] = ModelMeshRouter()
    unmeasured: ClassVar[str] = (
        "every model is behind the ModelMesh's one Service, and Envoy does not count by the header that names a model"
    )

    def backend(self, version: ReleaseVersion[ModelVersionValues]) -> Backend:
        """Returns the ModelMesh, with the header that names the version's model."""
        model, service = _model(version), version.release.service
        return Backend(
            name=model.name,
            namespace=model.namespace,
            address=HostAddress(service.host, service.port),
            resources=(Resource("isvc", model.name, model.namespace),),
            request_headers={"mm-vmodel-id": model.name},
            # As in the Iter8 chart: the header is removed for the primary only.
            removed_request_headers=("branch",) if version.is_primary else (),
        )

    def manifests(self, version: ReleaseVersion[ModelVersionValues]) -> Iterator[Manifest]:
        """Yields the InferenceService."""
        values, model = version.values, _model(version)
        specification = values.inference_service_specification
        yield inference_service(
            replace(model, annotations={DEPLOYMENT_MODE: "ModelMesh", **model.annotations}),
            storage_uri=values.storage_uri,
            model_format=values.model_format or version.release.application.model_format,
            min_replicas=None,
            spec=specification.spec if specification else None,
        )

    def entry(self, release: ReleaseApplication[ModelVersionValues]) -> Iterator[Manifest]:
        """Yields the ServiceEntry, if requests are routed."""
        if release.strategy.name != "none":
            application, port = release.application, release.values.service.port
            yield model_mesh_entry(application.name, application.namespace, port)

    def problems(self, release: ReleaseApplication[ModelVersionValues]) -> Iterator[Problem]:
        """Yields problems of models without format."""
        yield from release.values.application.problems()


def _model(version: ReleaseVersion[ModelVersionValues]) -> Version:
    return version.with_metadata_of(version.values.inference_service_specification)
