"""Deployments behind Gateway API: the environment ``deployment-gtw``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, model_validator

from cdk8s_iter8.environments.deployment import Deployment, DeploymentVersionValues, placed_service
from cdk8s_iter8.environments.environment import AnyValues
from cdk8s_iter8.routers.backend import service_names
from cdk8s_iter8.routers.gateway_api import MOST_RULES, GatewayApiRouter
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.model import ProblemsError
from cdk8s_iter8.validation.problem import Problem, shown
from cdk8s_iter8.values.http_route_match import HttpRouteMatchValues
from cdk8s_iter8.values.release import VersionValues

if TYPE_CHECKING:
    from constructs import Construct


class GatewayVersionValues(DeploymentVersionValues):
    """A version that is a Deployment and a Service, its matches spelled as Istio or as Gateway API does."""

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
        """Returns the clauses in no router's own terms."""
        return super().matches() + tuple(each.match() for each in self.http_route_match)


class DeploymentGateway(Deployment):
    """Each version is a Deployment and a Service; an HTTPRoute shares requests among the Services."""

    name: ClassVar[str] = "deployment-gtw"
    version_values: ClassVar[type[VersionValues]] = GatewayVersionValues
    router: ClassVar[Router | None] = GatewayApiRouter()

    def add_entry(self, scope: "Construct", application: Application, release: AnyValues) -> None:
        """Adds the Service, and what lets the route reach versions in other namespaces."""
        from cdk8s_iter8.objects.entry_service import EntryService

        EntryService(scope, "service", name=application.name, namespace=application.namespace)
        if release.application.strategy == "none":
            return
        for version, values in zip(application.versions, release.application.versions, strict=True):
            service = placed_service(version, values)
            if service.namespace != application.namespace:
                from cdk8s_iter8.objects.route_grant import RouteGrant

                RouteGrant(
                    scope,
                    f"{service.namespace}-{service.name}-grant",
                    version=service,
                    application=application.name,
                    namespace=application.namespace,
                )

    def has_entry(self, strategy: Strategy) -> bool:  # noqa: ARG002
        """Tells that a release always has an entry Service, as in the Iter8 chart."""
        return True

    def hosts(self, application: Application, strategy: Strategy) -> tuple[str, ...]:
        """Returns the names that callers use for an application; for blue-green those of the Iter8 chart."""
        names = service_names(application.name, application.namespace)
        return (application.name, names[0], names[-1]) if strategy.name == "blue-green" else names

    def problems(self, release: AnyValues, versions: tuple[Version, ...], strategy: Strategy) -> Iterator[Problem]:
        """Yields what an HTTPRoute has no room for, and what it would not take as it is meant."""
        affinity = release.application.session_affinity
        if affinity and "%" in affinity.cookie_name:
            # Envoy reads it as the beginning of a variable, other proxies do not, so it cannot be escaped.
            text = f"{shown(affinity.cookie_name)} is not possible with Gateway API: it has '%'"
            yield Problem(("application", "sessionAffinity", "cookieName"), text)
        most = MOST_RULES - (affinity is not None)
        if strategy.name != "none" and len(versions) > most:
            text = f"has {len(versions)} versions, at most {most} are possible with Gateway API"
            yield Problem(("application", "versions"), text)
