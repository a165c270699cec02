"""What a controller makes of a release now: the routemap, its versions and its routes, read at once and decided."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, ITER8_FIELD_MANAGER, WATCH_LABEL
from cdk8s_iter8.engine.config import Config
from cdk8s_iter8.engine.decision import Decision, decide
from cdk8s_iter8.engine.differences import differences
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.engine.routemap import RoutedVersion, Routemap, objects
from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSIONS, KNATIVE, SHIPPED, ResourceType
from cdk8s_iter8.release.resolved import ResolvedRelease

_WEIGHT_CONFIG = "-weight-config"
ROUTE_TYPES = frozenset(GVR.of(SHIPPED[name]) for name in ("vs", "httproute"))


def config_of(release: ResolvedRelease) -> Config:
    """Returns the configuration of a controller that serves a release: it knows all its types."""
    types: dict[str, ResourceType] = {**SHIPPED, **KNATIVE, **release.environment.used_types(release.strategy)}
    router = release.routing.router
    if router:
        types[router.gvr_short] = router.resource_type
    routes = {"vs", "httproute"} | ({router.gvr_short} if router else set())
    return Config(types, frozenset(routes), cluster_scoped=True)


def config_for(routemap: Mapping[str, object]) -> Config:
    """Returns the configuration for a routemap alone; its text says of which version its routes are."""
    text = str(routemap.get("data"))
    version = next(
        (each for each in reversed(HTTP_ROUTE_VERSIONS) if f"gateway.networking.k8s.io/{each}\\n" in text),
        HTTP_ROUTE_VERSIONS[0],
    )
    http_route = ResourceType(SHIPPED["httproute"].group, version, SHIPPED["httproute"].resource)
    types = {**SHIPPED, **KNATIVE, "httproute": http_route}
    return Config(types, frozenset(("vs", "httproute")), cluster_scoped=True)


@dataclass(frozen=True)
class LiveRouting:
    """A routemap with the objects of its versions, and the routes of its release.

    Attributes:
        routemap: The routemap.
        decision: What the controller decides of it.
        routes: The routes of the release's name that a controller of routemaps has applied.
    """

    routemap: Routemap
    decision: Decision
    routes: Mapping[ObjectKey, Object]

    def names(self) -> tuple[str, ...]:
        """Returns the versions' names, the primary's first."""
        return tuple(map(version_name, self.routemap.versions))

    def unready(self) -> Iterator[str]:
        """Yields why each version that requests are meant for is not available."""
        declared = [version.weight for version in self.routemap.versions]
        for name, reason, weight in zip(self.names(), self.decision.unavailable, declared, strict=True):
            if reason and weight:
                yield f"{name}: {reason}"

    def wrong(self) -> Iterator[str]:
        """Yields how the routes differ from what the controller should make of the routemap."""
        yield from self.decision.refused
        for desired in self.decision.routes:
            route = self.routes.get(desired.key)
            if route is None:
                yield f"{desired.key} is not there yet"
            elif difference := next(
                differences({"spec": route.get("spec")}, {"spec": desired.manifest.get("spec")}), ""
            ):
                yield f"{desired.key}: {difference}"

    def left_over(self) -> tuple[ObjectKey, ...]:
        """Returns the routes that no template of the routemap makes any more."""
        wanted = {(desired.key.gvr.group, desired.key.gvr.resource) for desired in self.decision.routes}
        return tuple(key for key in self.routes if (key.gvr.group, key.gvr.resource) not in wanted)


def read_routing(connection: Connection, routemap: Routemap, name: str) -> LiveRouting:
    """Reads the objects and the routes of a routemap.

    Args:
        connection: The cluster.
        routemap: The routemap.
        name: The release's name, which its routes have.
    """
    keys = [*dict.fromkeys(objects(routemap))]
    conditions = {each.key: each.type.conditions for version in routemap.versions for each in version.resources}
    found = zip(keys, connection.at_once(connection.read, keys), strict=True)
    seen = {
        key: observe(raw, key.gvr, frozenset(condition.lower() for condition in conditions[key]))
        for key, raw in found
        if raw and (raw["metadata"].get("labels") or {}).get(WATCH_LABEL) == "true"
    }
    # The templates' own types first: an HTTPRoute can be read in two versions.
    types = dict.fromkeys((*(template.gvr for template in routemap.templates), *ROUTE_TYPES))
    return LiveRouting(
        routemap, decide(routemap, seen.get), read_routes(connection, routemap.key.namespace, name, types)
    )


def read_routes(
    connection: Connection, namespace: str, name: str, types: Iterable[GVR] = ROUTE_TYPES
) -> dict[ObjectKey, Object]:
    """Reads the routes of a name that a controller of routemaps has applied, each once whatever its API version.

    Args:
        connection: The cluster.
        namespace: Their namespace.
        name: Their name, which is the release's.
        types: The types to look at.
    """
    keys = [ObjectKey(gvr, namespace, name) for gvr in types]
    found: dict[str, tuple[ObjectKey, Object]] = {}
    for key, raw in zip(keys, connection.at_once(connection.read, keys), strict=True):
        if raw and _is_route(raw):
            found.setdefault(raw["metadata"]["uid"], (key, raw))
    return dict(found.values())


def version_name(version: RoutedVersion) -> str:
    """Returns a version's name: that of its object, else of its weight-config."""
    names = [each.key.name for each in version.resources]
    return next(
        (name for name in names if not name.endswith(_WEIGHT_CONFIG)),
        names[0].removesuffix(_WEIGHT_CONFIG) if names else "",
    )


def weight_config_key(version: RoutedVersion) -> ObjectKey | None:
    """Returns the ConfigMap whose annotation overrides a version's weight; None: the version has none."""
    first = version.resources[0].key if version.resources else None
    return first if first and first.gvr.resource == "configmaps" and first.name.endswith(_WEIGHT_CONFIG) else None


def _is_route(raw: Object) -> bool:
    managed = raw["metadata"].get("managedFields") or ()
    return any(each.get("manager") in (FIELD_MANAGER, ITER8_FIELD_MANAGER) for each in managed)
