"""A controller worked out from its values: which types it knows, what releases need of it."""

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
        applied: Whether routemaps apply objects of it, not only name them as parts of versions.
    """

    type: ResourceType
    applied: bool = False


@dataclass(frozen=True)
class ResolvedController(Generic[V_co]):
    """A controller, worked out.

    Attributes:
        values: The values it was made from.
        types: The types it knows, by short name.
    """

    values: V_co
    types: Mapping[str, UsedType]

    def sees(self, namespace: str) -> bool:
        """Tells whether it sees a namespace's objects."""
        return self.values.cluster_scoped or namespace == self.values.namespace

    def takes(self, release: ResolvedRelease) -> bool:
        """Tells whether it takes a release's routemap: of its version, with all objects where it sees them."""
        return release.values.iter8_version == self.values.takes_version and all(map(self.sees, namespaces(release)))


def resolve_controller(values: V, releases: Iterable[ResolvedRelease] = ()) -> ResolvedController[V]:
    """Works out a controller.

    Args:
        values: The values.
        releases: The releases that its types follow from where values say ``resourceTypes: auto``.
    """
    explicit = values.explicit_types
    if explicit is not None:
        types = {name: UsedType(each.resource_type(), each.is_applied()) for name, each in explicit.items()}
        return ResolvedController(values, types)
    found: dict[str, UsedType] = {}
    for release in releases:
        for name, used in used_types(release).items():
            known = found.get(name)
            found[name] = replace(known, applied=known.applied or used.applied) if known else used
    return ResolvedController(values, found)


def used_types(release: ResolvedRelease) -> dict[str, UsedType]:
    """Returns the types that the controller must know for a release, by short name."""
    router = release.routing.router if release.traffic_plan else None
    used = {name: UsedType(each) for name, each in release.environment.used_types(release.strategy).items()}
    if router:
        used[router.gvr_short] = UsedType(router.resource_type, applied=True)
    return used


def namespaces(release: ResolvedRelease) -> Iterator[str]:
    """Yields the namespaces of a release: its routemap's and its versions' objects', each once."""
    each = (resource.namespace for version in release.routemap_versions() for resource in version.resources)
    yield from dict.fromkeys((release.application.namespace, *each))
