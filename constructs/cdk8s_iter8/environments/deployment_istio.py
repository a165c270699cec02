"""Deployments behind Istio: the environment ``deployment-istio``."""

from collections.abc import Iterator
from typing import ClassVar

from cdk8s_iter8.environments.deployment import Deployment, DeploymentVersionValues
from cdk8s_iter8.environments.release_version import ReleaseApplication
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.release_service import release_service
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.values.release import ExternalServiceValues, ServiceValues


class DeploymentIstio(Deployment):
    """Each version is a Deployment and a Service; a VirtualService shares requests among the Services."""

    name: ClassVar[str] = "deployment-istio"
    service_values: ClassVar[type[ServiceValues]] = ExternalServiceValues
    router: ClassVar[Router | None] = IstioRouter()

    def entry(self, release: ReleaseApplication[DeploymentVersionValues]) -> Iterator[Manifest]:
        """Yields the ExternalName Service, with every strategy, as in the Iter8 chart."""
        application, external_name = release.application, release.values.service.external_name
        yield release_service(application.name, application.namespace, external_name)
