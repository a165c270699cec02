"""Deployments behind Istio: the environment ``deployment-istio``."""

from typing import TYPE_CHECKING, ClassVar

from cdk8s_iter8.environments.deployment import Deployment
from cdk8s_iter8.environments.environment import AnyValues
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.values.release import ExternalServiceValues, ServiceValues

if TYPE_CHECKING:
    from constructs import Construct


class DeploymentIstio(Deployment):
    """Each version is a Deployment and a Service; a VirtualService shares requests among the Services."""

    name: ClassVar[str] = "deployment-istio"
    service_values: ClassVar[type[ServiceValues]] = ExternalServiceValues
    router: ClassVar[Router | None] = IstioRouter()

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

    def has_entry(self, strategy: Strategy) -> bool:  # noqa: ARG002
        """Tells that a release always has an entry Service, as in the Iter8 chart."""
        return True
