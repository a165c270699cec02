"""The base class of environments: a subclass for every type of versions."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from cdk8s_iter8.environments.release_version import ReleaseApplication, ReleaseVersion
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.metrics.envoy_clusters import service_queries
from cdk8s_iter8.metrics.version_queries import VersionQueries
from cdk8s_iter8.routers.backend import Backend, ServiceAddress, service_names
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import STRATEGIES, Strategy
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.values.release import AnyValues, ApplicationValues, ReleaseValues, ServiceValues, VersionValues

V = TypeVar("V", bound=VersionValues)


class Environment(ABC, Generic[V]):
    """Where versions run: says which objects a version is, and how requests reach it.

    A package registers its environment by an entry point of the group ``cdk8s_iter8.environments``. The name of the
    entry point is the environment's name, its object is the class. Environments of this project are registered
    in the same way.

    Attributes:
        name: The environment's name in values.
        version_values: The keys of a version in values.
        application_values: The keys of ``application`` in values; default: those that every application has.
        service_values: The keys of ``service`` in values; default: none.
        resource_types: The types of the versions' objects, by the controller's short name.
        router: The router that turns a plan into a route; None: nothing is routed, and ``none`` is the only strategy.
        unmeasured: Why nothing is counted by version; empty: something is.
    """

    name: ClassVar[str]
    version_values: ClassVar[type[VersionValues]]
    application_values: ClassVar[type[ApplicationValues[Any]]] = ApplicationValues
    service_values: ClassVar[type[ServiceValues]] = ServiceValues
    resource_types: ClassVar[Mapping[str, ResourceType]]
    router: ClassVar[Router | None] = None
    unmeasured: ClassVar[str] = ""

    @classmethod
    def values(cls) -> type[AnyValues]:
        """Returns the model of the environment's values files."""
        # A generic model with computed arguments: mypy cannot follow a class that is a value.
        application: Any = cls.application_values
        return ReleaseValues[application[cls.version_values], cls.service_values]  # type: ignore[name-defined]

    @classmethod
    def strategies(cls) -> tuple[str, ...]:
        """Returns the names of the strategies that the router supports."""
        return tuple(
            name
            for name, strategy in STRATEGIES.items()
            if name == "none" or (cls.router and strategy.features <= cls.router.features)
        )

    @abstractmethod
    def backend(self, version: ReleaseVersion[V]) -> Backend:
        """Returns where a version's requests go, and the objects that must be ready before."""

    @abstractmethod
    def manifests(self, version: ReleaseVersion[V]) -> Iterable[Manifest]:
        """Returns a version's objects."""

    def mirror_manifests(self, version: ReleaseVersion[V]) -> Iterable[Manifest]:  # noqa: ARG002
        """Returns the objects that only mirroring to a version needs; by default none."""
        return ()

    def entry(self, release: ReleaseApplication[V]) -> Iterable[Manifest]:  # noqa: ARG002
        """Returns the objects of the entry point that callers use; by default none."""
        return ()

    def hosts(self, release: ReleaseApplication[V]) -> tuple[str, ...]:
        """Returns the names that callers use for an application; by default those of a Service with its name."""
        return service_names(release.application.name, release.application.namespace)

    def carries_weights(self, strategy: Strategy) -> bool:
        """Tells whether routemaps have the versions' weights; by default if the strategy uses weights."""
        return strategy.weighted

    def queries(self, version: ReleaseVersion[V]) -> tuple[VersionQueries, ...]:
        """Returns the queries for a version's requests, errors and latency, the best first.

        By default those of the callers' Envoys, if the version has a Service of its own, and none otherwise. An
        environment without queries says why in ``unmeasured``.
        """
        address = self.backend(version).address
        return (service_queries(address.host, address.port),) if isinstance(address, ServiceAddress) else ()

    def problems(self, release: ReleaseApplication[V]) -> Iterator[Problem]:  # noqa: ARG002
        """Yields problems of values beyond what their models check; paths start at the file."""
        yield from ()

    def used_types(self, strategy: Strategy) -> dict[str, ResourceType]:
        """Returns all types that the controller must know for a release, by short name."""
        used = dict(self.resource_types)
        if strategy.weighted:
            used["cm"] = SHIPPED["cm"]
        if self.router and strategy.name != "none":
            used[self.router.gvr_short] = self.router.resource_type
        return used
