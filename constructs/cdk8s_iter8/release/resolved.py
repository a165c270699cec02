"""A release worked out from its values: everything that is decided before the first object is made."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cdk8s_iter8.environments import Environment, environment
from cdk8s_iter8.environments.environment import AnyValues
from cdk8s_iter8.iter8.resource_type import SHIPPED
from cdk8s_iter8.iter8.routemap_spec import Resource, RoutemapVersion, weight_config
from cdk8s_iter8.routers.router import Route
from cdk8s_iter8.strategies import STRATEGIES, Strategy
from cdk8s_iter8.template import Node
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.values.release import ApplicationValues, VersionValues

HTTP_ROUTE_VERSION = SHIPPED["httproute"].version


@dataclass(frozen=True)
class ResolvedRelease:
    """A release, worked out.

    Attributes:
        values: The values it was made from.
        environment: Where its versions run.
        strategy: How traffic is shared.
        application: The application and its versions, defaults filled in.
        plan: What traffic should do, its rules in the order in which requests are compared with them; None: nothing
            is routed.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``, as the controller is configured.
    """

    values: AnyValues
    environment: Environment[Any]
    strategy: Strategy
    application: Application
    plan: TrafficPlan | None
    http_route_version: str = HTTP_ROUTE_VERSION

    def template(self) -> Node:
        """Returns the routing template as data; None where nothing is routed."""
        application, router = self.application, self.environment.router
        plan = self.strategy.plan(application)
        if not plan or not router:
            return None
        backends = tuple(self.environment.backend(version, values, self.values) for version, values in self.members())
        # Rules that are named for a version get the name of its object, which may have one of its own.
        named = {version.name: backend.name for version, backend in zip(application.versions, backends, strict=True)}
        rules = tuple(replace(rule, name=named.get(rule.name, rule.name)) for rule in plan.rules)
        return router.template(
            Route(
                name=application.name,
                namespace=application.namespace,
                plan=TrafficPlan(rules),
                backends=backends,
                gateways=application.gateways,
                names=self.environment.hosts(application, self.strategy),
                http_route_version=self.http_route_version,
            )
        )

    def routemap_versions(self) -> tuple[RoutemapVersion, ...]:
        """Returns the versions as the routemap lists them.

        A weight-config comes first, because the controller reads the weight's override from the first resource:
        annotating it shifts traffic at once, and the next apply of the declared values brings them back.
        """
        carries = self.environment.carries_weights(self.strategy)
        return tuple(
            RoutemapVersion(
                resources=(
                    *self._weight_config(version),
                    *self.environment.resources(version, values),
                ),
                weight=version.weight if carries else None,
            )
            for version, values in self.members()
        )

    def members(self) -> Iterator[tuple[Version, Any]]:
        """Yields each version with its values."""
        return zip(self.application.versions, self.values.application.versions, strict=True)

    def version_names(self) -> tuple[str, ...]:
        """Returns the versions' names, with their namespaces where names alone would not tell them apart."""
        versions = self.application.versions
        unique = len({version.name for version in versions}) == len(versions)
        return tuple(version.name if unique else f"{version.namespace}/{version.name}" for version in versions)

    def _weight_config(self, version: Version) -> tuple[Resource, ...]:
        return (weight_config(version.name, version.namespace),) if self.strategy.weighted else ()


def release_plan(
    values: AnyValues, name: str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> ResolvedRelease:
    """Works a release out from values that are valid.

    Args:
        values: The values.
        name: The release's name: the application's, unless the values say otherwise.
        namespace: The release's namespace: the application's, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.
    """
    found, strategy = environment(values.environment), STRATEGIES[values.application.strategy]
    application = _application(values, name, namespace)
    plan = strategy.plan(application)
    mirrored = {version for rule in (plan.rules if plan else ()) for version in rule.mirrors}
    versions = tuple(replace(each, mirrored=index in mirrored) for index, each in enumerate(application.versions))
    in_order = found.router.in_order(plan) if found.router and plan else plan
    return ResolvedRelease(
        values, found, strategy, replace(application, versions=versions), in_order, http_route_version
    )


def _application(values: AnyValues, name: str, namespace: str) -> Application:
    application: ApplicationValues[Any] = values.application
    name = application.metadata.name or name
    namespace = application.metadata.namespace or namespace
    affinity = application.session_affinity
    return Application(
        name=name,
        namespace=namespace,
        versions=tuple(_versions(application, name, namespace)),
        gateways=tuple(values.gateway),
        session_affinity=affinity.session_affinity() if affinity else None,
    )


def version_name(values: VersionValues, application: str, index: int) -> str:
    """Returns a version's name: as its values say, else made of the application's."""
    return values.metadata.name or f"{application}-{index}"


def _versions(application: ApplicationValues[Any], name: str, namespace: str) -> Iterator[Version]:
    shared = application.metadata
    for index, values in enumerate(application.versions):
        version = Version(
            name=version_name(values, name, index),
            namespace=namespace,
            weight=values.weight,
            matches=values.matches(),
            labels=shared.labels,
            annotations=shared.annotations,
        )
        yield version.with_metadata(values.metadata)
