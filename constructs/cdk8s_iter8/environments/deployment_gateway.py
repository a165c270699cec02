"""Deployments behind Gateway API: the environment ``deployment-gtw``."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field, model_validator

from cdk8s_iter8.environments.deployment import Deployment, DeploymentVersionValues, as_service
from cdk8s_iter8.environments.release_version import ReleaseApplication
from cdk8s_iter8.manifests.entry_service import entry_service
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.route_grant import route_grant
from cdk8s_iter8.routers.gateway_api import MOST_RULES, GatewayApiRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.validation.model import ProblemsError
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.values.http_route_match import HttpRouteMatchValues
from cdk8s_iter8.values.release import VersionValues


class GatewayVersionValues(DeploymentVersionValues):
    """A version that is a Deployment and a Service; its matches have Istio's or Gateway API's spelling."""

    http_route_match: list[HttpRouteMatchValues] = Field(
        default=[],
        alias="matches",
        description="canary: the requests that this candidate gets, spelled as Gateway API does; instead of match.",
    )

    @model_validator(mode="after")
    def _one_spelling(self) -> "GatewayVersionValues":
        if self.match and self.http_route_match:
            raise ProblemsError([Problem(("match",), "stands beside matches; keep one of them")])
        return self

    def match_key(self) -> str | None:
        """Returns the key that holds the version's clauses, if there are any."""
        return "matches" if self.http_route_match else super().match_key()

    def matches(self) -> tuple[Match, ...]:
        """Returns the clauses of the version, in either spelling, as data for every router."""
        return super().matches() + tuple(clause.match() for clause in self.http_route_match)


class DeploymentGateway(Deployment):
    """Each version is a Deployment and a Service; an HTTPRoute shares requests among the Services."""

    name: ClassVar[str] = "deployment-gtw"
    version_values: ClassVar[type[VersionValues]] = GatewayVersionValues
    router: ClassVar[Router | None] = GatewayApiRouter()

    def entry(self, release: ReleaseApplication[DeploymentVersionValues]) -> Iterator[Manifest]:
        """Yields the entry Service, and the grants that let the route reach versions in other namespaces."""
        application = release.application
        yield entry_service(application.name, application.namespace)
        if release.strategy.name == "none":
            return
        for service in map(as_service, release.versions):
            if service.namespace != application.namespace:
                yield route_grant(
                    service.name, service.namespace, application=application.name, namespace=application.namespace
                )

    def hosts(self, release: ReleaseApplication[DeploymentVersionValues]) -> tuple[str, ...]:
        """Returns the names that callers use for an application; for blue-green, the names in the Iter8 chart."""
        application, names = release.application, super().hosts(release)
        return (application.name, names[0], names[-1]) if release.strategy.name == "blue-green" else names

    def problems(self, release: ReleaseApplication[DeploymentVersionValues]) -> Iterator[Problem]:
        """Yields problems of every Deployment's, and of versions and cookie names that an HTTPRoute cannot have."""
        yield from super().problems(release)
        affinity = release.application.session_affinity
        if affinity and "%" in affinity.cookie_name:
            # Envoy reads % as the beginning of a variable. Other proxies do not, so it cannot be escaped for all.
            text = f"{as_text(affinity.cookie_name)} is not possible with Gateway API: it has '%'"
            yield Problem(("application", "sessionAffinity", "cookieName"), text)
        most = MOST_RULES - (affinity is not None)
        if release.strategy.name != "none" and len(release.versions) > most:
            text = f"has {len(release.versions)} versions, at most {most} are possible with Gateway API"
            yield Problem(("application", "versions"), text)
