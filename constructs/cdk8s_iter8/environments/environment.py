"""What an environment is: the one class to write for versions of another type."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from cdk8s_iter8.environments.release_version import ReleaseApplication, ReleaseVersion
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.routers.backend import Backend, service_names
from cdk8s_iter8.routers.router import Router
from cdk8s_iter8.strategies import STRATEGIES, Strategy
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.values.release import AnyValues, ApplicationValues, ReleaseValues, ServiceValues, VersionValues

V = TypeVar("V", bound=VersionValues)


class Environment(ABC, Generic[V]):
    """A kind of place where versions run: what their objects are, and how requests get there.

    A package makes its own known by an entry point of the group ``cdk8s_iter8.environments``, named as the
    environment is, whose object is the class. What comes with this project is found in the same way.

    Attributes:
        name: Its name in values.
        version_values: What its versions have in values.
        application_values: What its applications have in values; by default what every application has.
        service_values: What ``service`` has in values; by default nothing.
        resource_types: The types of its versions' objects, by the controller's short name.
        router: What turns a plan into a route; None: traffic is not routed, only ``none`` is possible.
    """

    name: ClassVar[str]
    version_values: ClassVar[type[VersionValues]]
    application_values: ClassVar[type[ApplicationValues[Any]]] = ApplicationValues
    service_values: ClassVar[type[ServiceValues]] = ServiceValues
    resource_types: ClassVar[Mapping[str, ResourceType]]
    router: ClassVar[Router | None] = None

    @classmethod
    def values(cls) -> type[AnyValues]:
        """Returns the model of its values files."""
        # Models made of models: mypy cannot follow a class that is a value.
        application: Any = cls.application_values
        return ReleaseValues[application[cls.version_values], cls.service_values]  # type: ignore[name-defined]

    @classmethod
    def strategies(cls) -> tuple[str, ...]:
        """Returns the names of the strategies that its router can express."""
        return tuple(
            name
            for name, strategy in STRATEGIES.items()
            if name == "none" or (cls.router and strategy.features <= cls.router.features)
        )

    @abstractmethod
    def backend(self, version: ReleaseVersion[V]) -> Backend:
        """Returns where a version's requests go, and the objects that must be ready for that."""

    @abstractmethod
    def manifests(self, version: ReleaseVersion[V]) -> Iterable[Manifest]:
        """Returns a version's objects."""

    def mirror_manifests(self, version: ReleaseVersion[V]) -> Iterable[Manifest]:  # noqa: ARG002
        """Returns what mirroring to a version needs beside its objects; by default nothing."""
        return ()

    def entry(self, release: ReleaseApplication[V]) -> Iterable[Manifest]:  # noqa: ARG002
        """Returns the entry point that callers use; by default none."""
        return ()

    def hosts(self, release: ReleaseApplication[V]) -> tuple[str, ...]:
        """Returns the names that callers use for an application; by default those of a Service of its name."""
        return service_names(release.application.name, release.application.namespace)

    def carries_weights(self, strategy: Strategy) -> bool:
        """Tells whether its routemaps name the versions' weights; by default when the strategy uses them."""
        return strategy.weighted

    def problems(self, release: ReleaseApplication[V]) -> Iterator[Problem]:  # noqa: ARG002
        """Yields what its values have wrong beyond their models; paths start at the file."""
        yield from ()

    def used_types(self, strategy: Strategy) -> dict[str, ResourceType]:
        """Returns every type that the controller must know for a release, by its short name."""
        used = dict(self.resource_types)
        if strategy.weighted:
            used["cm"] = SHIPPED["cm"]
        if self.router and strategy.name != "none":
            used[self.router.gvr_short] = self.router.resource_type
        return used
