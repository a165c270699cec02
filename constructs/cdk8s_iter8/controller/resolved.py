"""A controller, resolved from its values: the types that it knows, and the types that releases use."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.values.any_controller import AnyControllerValues

V = TypeVar("V", bound=AnyControllerValues)
V_co = TypeVar("V_co", bound=AnyControllerValues, covariant=True)


@dataclass(frozen=True)
class UsedType:
    """A type of objects, and how the controller uses it.

    Attributes:
        type: The type.
        applied: Whether routemaps apply objects of the type. If not, the objects belong to versions.
    """

    type: ResourceType
    applied: bool = False


@dataclass(frozen=True)
class ResolvedController(Generic[V_co]):
    """A controller, resolved from its values.

    Attributes:
        values: The values of the controller.
        types: The types that it knows, by short name.
    """

    values: V_co
    types: Mapping[str, UsedType]

    def sees(self, namespace: str) -> bool:
        """Tells whether the controller sees the objects of a namespace."""
        return self.values.cluster_scoped or namespace == self.values.namespace

    def judges(self, name: str, used: ResourceType) -> ResourceType:
        """Returns a type that a release uses with the conditions that this controller looks at by itself."""
        own = self.values.known_types.get(name)
        same = own is not None and (own.group, own.version, own.resource) == (used.group, used.version, used.resource)
        return own if own is not None and same else used

    def takes(self, release: ResolvedRelease) -> bool:
        """Tells whether the controller takes a release's routemap: it has the version and sees all objects."""
        return release.values.iter8_version == self.values.takes_version and all(map(self.sees, namespaces(release)))


def resolve_controller(values: V, releases: Iterable[ResolvedRelease] = ()) -> ResolvedController[V]:
    """Resolves a controller.

    Args:
        values: The values.
        releases: The releases; with ``resourceTypes: auto``, the controller knows the types that they use.
    """
    explicit = values.explicit_types
    if explicit is not None:
        types = {name: UsedType(given.resource_type(), given.is_applied()) for name, given in explicit.items()}
        return ResolvedController(values, types)
    types = {}
    controller = ResolvedController(values, types)
    for release in releases:
        for name, used in used_types(release).items():
            known = types.get(name) or replace(used, type=controller.judges(name, used.type))
            types[name] = replace(known, applied=known.applied or used.applied)
    return controller


def used_types(release: ResolvedRelease) -> dict[str, UsedType]:
    """Returns the types that the controller must know for a release, by short name."""
    router = release.routing.router if release.traffic_plan else None
    used = {name: UsedType(used_type) for name, used_type in release.environment.used_types(release.strategy).items()}
    if router:
        used[router.gvr_short] = UsedType(router.resource_type, applied=True)
    return used


def namespaces(release: ResolvedRelease) -> Iterator[str]:
    """Yields the namespaces of a release's routemap and of its versions' objects, without duplicates."""
    of_objects = (resource.namespace for version in release.routemap_versions() for resource in version.resources)
    yield from dict.fromkeys((release.application.namespace, *of_objects))
