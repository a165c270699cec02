"""What a controller makes of a release now: the routemap, its versions and its routes, read at once and decided."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, ITER8_FIELD_MANAGER, WATCH_LABEL
from cdk8s_iter8.engine.decision import Decision, decide
from cdk8s_iter8.engine.differences import differences
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.engine.routemap import RoutedVersion, Routemap, objects, read_routemap
from cdk8s_iter8.iter8.resource_type import SHIPPED
from cdk8s_iter8.live.kinds import object_words
from cdk8s_iter8.live.known_types import known_types

_WEIGHT_CONFIG = "-weight-config"
ROUTE_TYPES = frozenset(GVR.of(SHIPPED[name]) for name in ("vs", "httproute"))


def routemap_of(raw: Object) -> Routemap:
    """Reads a routemap, with the types that every environment has.

    Raises:
        RoutemapError: Everything that is wrong with it.
    """
    text = (raw.get("data") or {}).get("strSpec")
    return read_routemap(raw, known_types(text if isinstance(text, str) else ""))


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
                yield f"{object_words(desired.key)} is not there yet"
            elif difference := next(
                differences({"spec": route.get("spec")}, {"spec": desired.manifest.get("spec")}), ""
            ):
                yield f"{object_words(desired.key)}: {difference}"

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
    made = [template.gvr for template in routemap.templates]
    routes = read_routes(connection, routemap.key.namespace, name, made)
    return LiveRouting(routemap, decide(routemap, seen.get), routes)


def read_routes(connection: Connection, namespace: str, name: str, made: Iterable[GVR] = ()) -> dict[ObjectKey, Object]:
    """Reads the routes of a name that a controller of routemaps has applied, each once whatever its API version.

    Args:
        connection: The cluster.
        namespace: Their namespace.
        name: Their name, which is the release's.
        made: The types of routes that the release makes. Another type, which may be left from before, is not looked at
            where that is not permitted.
    """
    made = tuple(made)

    def read(key: ObjectKey) -> Object | None:
        try:
            return connection.read(key)
        except NotPermittedError:
            if key.gvr in made:
                raise
            return None

    # The release's own types first: an HTTPRoute can be read in two versions.
    keys = [ObjectKey(gvr, namespace, name) for gvr in dict.fromkeys((*made, *ROUTE_TYPES))]
    found: dict[str, tuple[ObjectKey, Object]] = {}
    for key, raw in zip(keys, connection.at_once(read, keys), strict=True):
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
