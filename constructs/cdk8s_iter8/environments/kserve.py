"""KServe's models, each with its own server: the environments ``kserve``, ``kserve-0.11`` and ``kserve-0.10``."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from cdk8s_iter8.environments.environment import Environment
from cdk8s_iter8.environments.release_version import ReleaseApplication, ReleaseVersion
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.manifests.inference_service import inference_service
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.release_service import release_service
from cdk8s_iter8.metrics.envoy_clusters import revision_queries
from cdk8s_iter8.metrics.queue_proxy import queue_proxy_queries
from cdk8s_iter8.metrics.version_queries import VersionQueries
from cdk8s_iter8.routers.backend import Backend, HostAddress
from cdk8s_iter8.routers.kserve import KserveRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.scalars import LONGEST_NAME
from cdk8s_iter8.values.models import ServedApplicationValues, ServedVersionValues
from cdk8s_iter8.values.release import ApplicationValues, VersionValues

LOCAL_GATEWAY = "knative-local-gateway.istio-system.svc.cluster.local"


class Kserve(Environment[ServedVersionValues]):
    """Each version is an InferenceService; requests reach it through Knative's local gateway, told apart by Host."""

    name: ClassVar[str] = "kserve"
    version_values: ClassVar[type[VersionValues]] = ServedVersionValues
    application_values: ClassVar[type[ApplicationValues[Any]]] = ServedApplicationValues
    resource_types: ClassVar[Mapping[str, ResourceType]] = {"isvc": SHIPPED["isvc"]}
    router: ClassVar[Router | None] = KserveRouter()
    predictor: ClassVar[str] = "predictor"

    def backend(self, version: ReleaseVersion[ServedVersionValues]) -> Backend:
        """Returns Knative's local gateway, with the Host and the path of the version's model.

        Requests cannot be mirrored: a mirrored request keeps the path of the primary's model.
        """
        model = _model(version)
        return Backend(
            name=model.name,
            namespace=model.namespace,
            address=HostAddress(LOCAL_GATEWAY),
            resources=(Resource("isvc", model.name, model.namespace),),
            request_headers={"Host": f"{self._predictor(model)}.{model.namespace}.svc.cluster.local"},
            rewrite_uri=f"/v2/models/{model.name}/infer",
        )

    def manifests(self, version: ReleaseVersion[ServedVersionValues]) -> Iterator[Manifest]:
        """Yields the InferenceService."""
        values = version.values
        application: ServedApplicationValues[ServedVersionValues] = version.release.application
        specification = values.inference_service_specification
        ports = values.ports or application.ports
        yield inference_service(
            _model(version),
            storage_uri=values.storage_uri,
            model_format=values.model_format or application.model_format,
            runtime=values.runtime or application.runtime,
            protocol_version=values.protocol_version or application.protocol_version,
            ports=[port.model_dump(by_alias=True, exclude_none=True) for port in ports],
            spec=specification.spec if specification else None,
        )

    def entry(self, release: ReleaseApplication[ServedVersionValues]) -> Iterator[Manifest]:
        """Yields the ExternalName Service, with every strategy, as in the Iter8 chart."""
        yield release_service(release.application.name, release.application.namespace, LOCAL_GATEWAY)

    def carries_weights(self, strategy: Strategy) -> bool:
        """Returns True for canary too, as in the Iter8 chart."""
        return strategy.name != "none"

    def queries(self, version: ReleaseVersion[ServedVersionValues]) -> tuple[VersionQueries, ...]:
        """Returns the queries of the Knative Service that KServe makes for the model."""
        model = _model(version)
        server = self._predictor(model)
        return (revision_queries(server, model.namespace), queue_proxy_queries(server, model.namespace))

    def problems(self, release: ReleaseApplication[ServedVersionValues]) -> Iterator[Problem]:
        """Yields problems of models without format, and of versions whose server gets a name that is too long."""
        yield from release.values.application.problems()
        for index, version in enumerate(release.versions):
            server = self._predictor(_model(version))
            if len(server) > LONGEST_NAME:
                text = (
                    f"'{server}', its server's name, has {len(server)} characters, at most {LONGEST_NAME} are possible"
                )
                yield Problem(("application", "versions", index), text)

    def _predictor(self, model: Version) -> str:
        return f"{model.name}-{self.predictor}"


def _model(version: ReleaseVersion[ServedVersionValues]) -> Version:
    return version.with_metadata_of(version.values.inference_service_specification)


class Kserve011(Kserve):
    """KServe 0.11, with the same objects and routes as kserve."""

    name: ClassVar[str] = "kserve-0.11"


class Kserve010(Kserve):
    """KServe 0.10, which gives a model's Knative Service another name."""

    name: ClassVar[str] = "kserve-0.10"
    predictor: ClassVar[str] = "predictor-default"
