"""A resolved release: everything that is decided before the first object is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cdk8s_iter8.environments import Environment
from cdk8s_iter8.environments.release_version import ReleaseApplication, ReleaseVersion
from cdk8s_iter8.iter8.routemap_spec import RoutemapVersion
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.routemap import routemap
from cdk8s_iter8.manifests.weight_config import weight_config
from cdk8s_iter8.release.labels import labelled, release_labels
from cdk8s_iter8.routing.routing import Routing, with_mirrors
from cdk8s_iter8.strategies import STRATEGIES, Strategy
from cdk8s_iter8.template import Node
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.values.release import AnyValues, ApplicationValues, VersionValues


@dataclass(frozen=True)
class ResolvedRelease:
    """A release, resolved from its values.

    Attributes:
        environment: The environment, in which the versions run.
        with_values: The application with its values, as the environment's methods take it.
        routing: The application with its strategy, router and backends.
        entry: The objects of the entry point.
    """

    environment: Environment[Any]
    with_values: ReleaseApplication[Any]
    routing: Routing
    entry: tuple[Manifest, ...]

    @property
    def values(self) -> AnyValues:
        """The values of the release."""
        return self.with_values.values

    @property
    def versions(self) -> tuple[ReleaseVersion[Any], ...]:
        """The versions with their values, the primary first."""
        return self.with_values.versions

    @property
    def application(self) -> Application:
        """The application with its versions, all defaults filled in."""
        return self.routing.application

    @property
    def strategy(self) -> Strategy:
        """The release's strategy."""
        return self.routing.strategy

    @property
    def traffic_plan(self) -> TrafficPlan | None:
        """The plan, its rules in the order in which requests are compared with them; None: nothing is routed."""
        return self.routing.traffic_plan

    def template(self) -> Node:
        """Returns the routing template as data; None: nothing is routed."""
        return self.routing.template()

    def routemap_versions(self) -> tuple[RoutemapVersion, ...]:
        """Returns the versions as the routemap lists them."""
        return self.routing.routemap_versions()

    def manifests(self) -> Iterator[Manifest]:
        """Yields the objects of the release with its labels, in the order in which they are written.

        The routemap is first: if the objects are deleted in order, the route goes first.
        """
        labels = release_labels(self.application.name, self.values.application.metadata.labels)
        yield from (labelled(manifest, labels) for manifest in self._objects())

    def _objects(self) -> Iterator[Manifest]:
        application, routing = self.application, self.routing
        yield routemap(
            application.name,
            application.namespace,
            routing.routemap_versions(),
            routing.templates(),
            self.values.iter8_version,
        )
        for version in self.versions:
            yield from self.environment.manifests(version)
            if self.strategy.weighted:
                yield weight_config(version.version)
            if version.version.mirrored:
                yield from self.environment.mirror_manifests(version)
        yield from self.entry

    def version_names(self) -> tuple[str, ...]:
        """Returns the versions' names, with their namespaces where names alone would not tell them apart."""
        versions = self.application.versions
        unique = len({version.name for version in versions}) == len(versions)
        return tuple(version.name if unique else f"{version.namespace}/{version.name}" for version in versions)


def build_release(
    values: AnyValues, environment: Environment[Any], name: str, namespace: str, http_route_version: str
) -> ResolvedRelease:
    """Resolves a release from valid values.

    Args:
        values: The values.
        environment: The environment, in which the versions run.
        name: The release's name: the application's, unless the values say otherwise.
        namespace: The release's namespace: the application's, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``, as the controller is configured.
    """
    strategy, router = STRATEGIES[values.application.strategy], environment.router
    declared = _application(values, name, namespace)
    plan = strategy.plan(declared) if router else None
    application = with_mirrors(declared, plan)
    versions = tuple(
        ReleaseVersion(version, version_values, values, is_primary=not index)
        for index, (version, version_values) in enumerate(
            zip(application.versions, values.application.versions, strict=True)
        )
    )
    release = ReleaseApplication(application, versions, values, strategy)
    entry = tuple(environment.entry(release))
    routing = Routing(
        application=application,
        strategy=strategy,
        declared_plan=plan,
        backends=tuple(environment.backend(version) for version in versions),
        router=router.for_http_route_version(http_route_version) if router else None,
        hosts=environment.hosts(release),
        carries_weights=environment.carries_weights(strategy),
        has_entry=any(_is_entry_service(manifest, application) for manifest in entry),
    )
    return ResolvedRelease(environment, release, routing, entry)


def _is_entry_service(manifest: Manifest, application: Application) -> bool:
    return (manifest["apiVersion"], manifest["kind"], manifest["metadata"]["name"]) == (
        "v1",
        "Service",
        application.name,
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
    """Returns a version's name: from its values, else made of the application's name."""
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
