"""Reads a routemap with its versions and routes, and decides what a controller makes of them now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, ITER8_FIELD_MANAGER, WATCH_LABEL
from cdk8s_iter8.engine.decision import Decision, decide
from cdk8s_iter8.engine.differences import differences
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.engine.routemap import Routemap, RoutemapError, objects
from cdk8s_iter8.iter8.resource_type import SHIPPED
from cdk8s_iter8.live.controllers import Controller, Controllers
from cdk8s_iter8.live.kinds import object_words
from cdk8s_iter8.live.known_types import conditions_of, known_routemap
from cdk8s_iter8.live.readiness import Judge, outdated_because, reasons, unready_because

ROUTE_TYPES = frozenset(GVR.of(SHIPPED[name]) for name in ("vs", "httproute"))


def routemap_of(raw: Object, controller: Controller | None = None) -> Routemap:
    """Reads a routemap.

    Args:
        raw: Its ConfigMap.
        controller: The controller that serves it; None: its conditions do not matter.

    Raises:
        RoutemapError: Everything that is wrong with it.
    """
    return known_routemap(raw, controller or Controllers().serving(raw))


@dataclass(frozen=True)
class LiveRouting:
    """A routemap with the objects of its versions, and the routes of its release.

    Attributes:
        routemap: The routemap.
        decision: What the controller decides of it.
        reasons: Why each version is not ready, an empty text for a ready one.
        outdated: Why each version does not serve what was applied last, although it is ready, or an empty text.
        routes: The routes of the release's name that a controller of routemaps has applied.
    """

    routemap: Routemap
    decision: Decision
    reasons: tuple[str, ...]
    outdated: tuple[str, ...]
    routes: Mapping[ObjectKey, Object]

    def names(self) -> tuple[str, ...]:
        """Returns the versions' names, the primary's first."""
        return tuple(version.name for version in self.routemap.versions)

    def unready(self) -> Iterator[str]:
        """Yields why each version that requests are meant for is not ready, or not up to date."""
        declared = [version.weight for version in self.routemap.versions]
        for name, reason, outdated, weight in zip(self.names(), self.reasons, self.outdated, declared, strict=True):
            if weight and (reason or outdated):
                yield f"{name}: {reason or outdated}"

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


def read_routing(connection: Connection, config_map: Object, name: str, controllers: Controllers) -> LiveRouting:
    """Reads the objects and the routes of a routemap, and decides of them what the controller does that serves it.

    Args:
        connection: The cluster.
        config_map: The routemap's ConfigMap, as it is or as it will be applied.
        name: The release's name, which its routes have.
        controllers: The controllers that may serve it.

    Raises:
        RoutemapError: Everything that is wrong with the routemap.
    """
    templates = routemap_of(config_map).templates
    namespace = config_map["metadata"]["namespace"]
    routes = read_routes(connection, namespace, name, [template.gvr for template in templates])
    routemap = routemap_of(config_map, controllers.serving(config_map, routes.values()))
    conditions = conditions_of(routemap)
    keys = [*conditions]
    raws = dict(zip(keys, connection.at_once(connection.read, keys), strict=True))
    seen = {
        key: observe(raw, key.gvr, conditions[key])
        for key, raw in raws.items()
        if raw and (raw["metadata"].get("labels") or {}).get(WATCH_LABEL) == "true"
    }

    def said(judge: Judge) -> tuple[str, ...]:
        return tuple(reasons(version.resources, raws, judge) for version in routemap.versions)

    return LiveRouting(routemap, decide(routemap, seen.get), said(unready_because), said(outdated_because), routes)


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
    routes: dict[str, tuple[ObjectKey, Object]] = {}
    for key, raw in zip(keys, connection.at_once(read, keys), strict=True):
        if raw and _is_route(raw):
            routes.setdefault(raw["metadata"]["uid"], (key, raw))
    return dict(routes.values())


def route_types(config_map: Object | None) -> tuple[GVR, ...]:
    """Returns the types of routes that a routemap makes; none, if there is no routemap or it cannot be read.

    Args:
        config_map: The routemap's ConfigMap.
    """
    try:
        return tuple(template.gvr for template in routemap_of(config_map).templates) if config_map else ()
    except RoutemapError:
        return ()


def listed_objects(config_map: Object) -> tuple[ObjectKey, ...]:
    """Returns the objects of versions that a routemap names; none, if the routemap cannot be read.

    Args:
        config_map: The routemap's ConfigMap.
    """
    try:
        return tuple(objects(routemap_of(config_map)))
    except RoutemapError:
        return ()


def _is_route(raw: Object) -> bool:
    managed = raw["metadata"].get("managedFields") or ()
    return any(entry.get("manager") in (FIELD_MANAGER, ITER8_FIELD_MANAGER) for entry in managed)
