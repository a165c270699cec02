"""KServe's models, a server each: the environments ``kserve``, ``kserve-0.11`` and ``kserve-0.10``."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from cdk8s_iter8.environments.environment import AnyValues, Environment
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.routers.backend import Address, Backend
from cdk8s_iter8.routers.kserve import KserveRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.values.models import ServedApplicationValues, ServedVersionValues
from cdk8s_iter8.values.release import ApplicationValues, VersionValues

if TYPE_CHECKING:
    from constructs import Construct

LOCAL_GATEWAY = "knative-local-gateway.istio-system.svc.cluster.local"
_LONGEST = 63


class Kserve(Environment[ServedVersionValues]):
    """Each version is an InferenceService; requests reach it through Knative's local gateway, told apart by Host."""

    name: ClassVar[str] = "kserve"
    version_values: ClassVar[type[VersionValues]] = ServedVersionValues
    application_values: ClassVar[type[ApplicationValues[Any]]] = ServedApplicationValues
    resource_types: ClassVar[Mapping[str, ResourceType]] = {"isvc": SHIPPED["isvc"]}
    router: ClassVar[Router | None] = KserveRouter()
    predictor: ClassVar[str] = "predictor"

    def resources(self, version: Version, values: ServedVersionValues) -> tuple[Resource, ...]:
        """Returns the InferenceService."""
        placed = values.placed(version)
        return (Resource("isvc", placed.name, placed.namespace),)

    def backend(self, version: Version, values: ServedVersionValues, release: AnyValues) -> Backend:  # noqa: ARG002
        """Returns Knative's local gateway, with the Host and the path of the version's model.

        There is no mirror: Istio's copies keep the path that was written for the primary.
        """
        placed = values.placed(version)
        return Backend(
            name=placed.name,
            namespace=placed.namespace,
            address=Address(LOCAL_GATEWAY),
            request_headers={"Host": f"{self._predictor(placed)}.{placed.namespace}.svc.cluster.local"},
            rewrite_uri=f"/v2/models/{placed.name}/infer",
        )

    def add_version(
        self, scope: "Construct", version: Version, values: ServedVersionValues, release: AnyValues
    ) -> None:
        """Adds the InferenceService."""
        from cdk8s_iter8.objects.inference_service_version import InferenceServiceVersion

        application: ServedApplicationValues[ServedVersionValues] = release.application
        specification = values.inference_service_specification
        ports = values.ports or application.ports
        InferenceServiceVersion(
            scope,
            version.name,
            version=values.placed(version),
            storage_uri=values.storage_uri,
            model_format=values.model_format or application.model_format,
            runtime=values.runtime or application.runtime,
            protocol_version=values.protocol_version or application.protocol_version,
            ports=[port.model_dump(by_alias=True, exclude_none=True) for port in ports],
            spec=specification.spec if specification else None,
        )

    def add_entry(self, scope: "Construct", application: Application, release: AnyValues) -> None:  # noqa: ARG002
        """Adds the ExternalName Service."""
        from cdk8s_iter8.objects.release_service import ReleaseService

        ReleaseService(
            scope,
            "service",
            name=application.name,
            namespace=application.namespace,
            external_name=LOCAL_GATEWAY,
        )

    def has_entry(self, strategy: Strategy) -> bool:  # noqa: ARG002
        """Tells that a release always has an entry Service, as in the Iter8 chart."""
        return True

    def carries_weights(self, strategy: Strategy) -> bool:
        """Tells that routemaps name weights for canary too, as in the Iter8 chart."""
        return strategy.name != "none"

    def problems(self, release: AnyValues, versions: tuple[Version, ...], strategy: Strategy) -> Iterator[Problem]:  # noqa: ARG002
        """Yields models without format, and names that are too long for what KServe makes of them."""
        yield from release.application.problems()
        for index, (version, values) in enumerate(zip(versions, release.application.versions, strict=True)):
            made = self._predictor(values.placed(version))
            if len(made) > _LONGEST:
                text = f"'{made}', its server's name, has {len(made)} characters, at most {_LONGEST} are possible"
                yield Problem(("application", "versions", index), text)

    def _predictor(self, placed: Version) -> str:
        return f"{placed.name}-{self.predictor}"


class Kserve011(Kserve):
    """KServe 0.11: the same as the current one."""

    name: ClassVar[str] = "kserve-0.11"


class Kserve010(Kserve):
    """KServe 0.10, which names a model's Knative Service otherwise."""

    name: ClassVar[str] = "kserve-0.10"
    predictor: ClassVar[str] = "predictor-default"
