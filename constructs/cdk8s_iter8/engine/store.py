"""What is known of the cluster, and which routemap each change is for."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey, RoutemapKey
from cdk8s_iter8.cluster.marks import FINALIZER
from cdk8s_iter8.engine.applied_route import AppliedRoute, applied_route
from cdk8s_iter8.engine.config import Config
from cdk8s_iter8.engine.observed_object import ObservedObject, observe
from cdk8s_iter8.engine.routemap import Routemap, RoutemapError, objects
from cdk8s_iter8.engine.routemap_reader import read_routemap

_log = logging.getLogger(__name__)


@dataclass
class SeenRoutemap:
    """A routemap's ConfigMap as it was seen last.

    Attributes:
        uid: Its uid.
        text: ``strSpec``.
        deleting: Whether it is being deleted.
        read: The routemap, or why it cannot be read.
    """

    uid: str
    text: object
    deleting: bool
    read: Routemap | RoutemapError


@dataclass
class Store:
    """Everything that is seen. Each change calls `changed` with the routemaps that it is for.

    Attributes:
        config: The configuration.
        changed: Is called with a routemap that may need other routes than before.
        touched: Is called with an object whose finalizer may have to go.
    """

    config: Config
    changed: Callable[[RoutemapKey], None]
    touched: Callable[[ObjectKey], None]
    routemaps: dict[RoutemapKey, SeenRoutemap] = field(default_factory=dict)
    objects: dict[ObjectKey, ObservedObject] = field(default_factory=dict)
    routes: dict[ObjectKey, AppliedRoute] = field(default_factory=dict)
    deleting_since: dict[ObjectKey, float] = field(default_factory=dict)
    _users: dict[ObjectKey, set[RoutemapKey]] = field(default_factory=lambda: defaultdict(set))
    _owned: dict[str, set[ObjectKey]] = field(default_factory=lambda: defaultdict(set))

    def users(self, key: ObjectKey) -> frozenset[RoutemapKey]:
        """Returns the living routemaps that have an object as one of a version."""
        return frozenset(self._users.get(key, ()))

    def owned_by(self, uid: str) -> Iterator[AppliedRoute]:
        """Yields the routes that a routemap owns, by its uid."""
        yield from [self.routes[key] for key in self._owned.get(uid, ()) if key in self.routes]

    # --- routemaps -----------------------------------------------------------------------------

    def replace_routemaps(self, items: Iterable[Object]) -> None:
        """Takes a whole list of routemaps."""
        raws = {RoutemapKey(raw["metadata"]["namespace"], raw["metadata"]["name"]): raw for raw in items}
        for key in [key for key in self.routemaps if key not in raws]:
            self._forget_routemap(key)
        for key, raw in raws.items():
            self._see_routemap(key, raw)

    def change_routemap(self, kind: str, raw: Object) -> None:
        """Takes a change of one routemap."""
        key = RoutemapKey(raw["metadata"]["namespace"], raw["metadata"]["name"])
        if kind == "DELETED":
            self._forget_routemap(key)
        else:
            self._see_routemap(key, raw)

    def _see_routemap(self, key: RoutemapKey, raw: Object) -> None:
        uid, text = raw["metadata"]["uid"], (raw.get("data") or {}).get("strSpec")
        deleting = "deletionTimestamp" in raw["metadata"]
        seen = self.routemaps.get(key)
        if seen is not None and (seen.uid, seen.text, seen.deleting) == (uid, text, deleting):
            return
        self._unuse(key)
        read: Routemap | RoutemapError
        try:
            read = read_routemap(raw, self.config)
        except RoutemapError as error:
            read = error
        except Exception as error:  # one bad routemap must not keep the others from being read
            _log.exception("routemap %s", key)
            read = RoutemapError(f"cannot be read: {type(error).__name__}")
        self.routemaps[key] = SeenRoutemap(uid, text, deleting, read)
        if isinstance(read, Routemap) and not deleting:
            for used in objects(read):
                self._users[used].add(key)
        self.changed(key)

    def _forget_routemap(self, key: RoutemapKey) -> None:
        if self.routemaps.pop(key, None) is not None:
            self._unuse(key)
            self.changed(key)

    def _unuse(self, key: RoutemapKey) -> None:
        seen = self.routemaps.get(key)
        former = objects(seen.read) if seen is not None and isinstance(seen.read, Routemap) else ()
        for used in former:
            self._users[used].discard(key)
            if not self._users[used]:
                del self._users[used]
            if used in self.objects:
                self.touched(used)

    # --- objects of versions -------------------------------------------------------------------

    def replace_objects(self, gvr: GVR, items: Iterable[Object]) -> None:
        """Takes a whole list of the objects of a type."""
        wanted = self.config.conditions(gvr)
        seen = {seen_object.key: seen_object for seen_object in (observe(raw, gvr, wanted) for raw in items)}
        for key in [key for key in self.objects if key.gvr == gvr and key not in seen]:
            self._forget_object(key)
        for seen_object in seen.values():
            self._see_object(seen_object)

    def change_object(self, gvr: GVR, kind: str, raw: Object) -> None:
        """Takes a change of one object."""
        seen_object = observe(raw, gvr, self.config.conditions(gvr))
        if kind == "DELETED":
            self._forget_object(seen_object.key)
        else:
            self._see_object(seen_object)

    def _see_object(self, seen: ObservedObject) -> None:
        if self.objects.get(seen.key) == seen:
            return
        self.objects[seen.key] = seen
        if seen.deleting:
            self.deleting_since.setdefault(seen.key, asyncio.get_running_loop().time())
        else:
            self.deleting_since.pop(seen.key, None)
        self._tell(seen.key)
        if FINALIZER in seen.finalizers:
            self.touched(seen.key)

    def _forget_object(self, key: ObjectKey) -> None:
        self.deleting_since.pop(key, None)
        if self.objects.pop(key, None) is not None:
            self._tell(key)

    def _tell(self, key: ObjectKey) -> None:
        for user in self._users.get(key, ()):
            self.changed(user)

    # --- routes --------------------------------------------------------------------------------

    def replace_routes(self, gvr: GVR, items: Iterable[Object]) -> None:
        """Takes a whole list of the routes of a type."""
        seen = {route.key: route for route in (applied_route(raw, gvr) for raw in items)}
        for key in [key for key in self.routes if key.gvr == gvr and key not in seen]:
            self.forget_route(key)
        for route in seen.values():
            self.see_route(route)

    def change_route(self, gvr: GVR, kind: str, raw: Object) -> None:
        """Takes a change of one route."""
        route = applied_route(raw, gvr)
        if kind == "DELETED":
            self.forget_route(route.key)
        else:
            self.see_route(route)

    def see_route(self, route: AppliedRoute) -> None:
        """Takes a route from a watch, and tells its routemap and those that had it before."""
        known = self.routes.get(route.key)
        if self.keep_route(route):
            for change in (route, known):
                if change is not None:
                    self._tell_owners(change)

    def keep_route(self, route: AppliedRoute) -> bool:
        """Keeps a route without telling anybody, as the answer to an apply; an older one than is known is dropped."""
        known = self.routes.get(route.key)
        if known is not None and not _is_newer(route, known):
            return False
        self._disown(known)
        self.routes[route.key] = route
        for _, _, uid in route.owners:
            self._owned[uid].add(route.key)
        return True

    def forget_route(self, key: ObjectKey) -> None:
        """Forgets a route that is gone."""
        route = self.routes.pop(key, None)
        if route is not None:
            self._disown(route)
            self._tell_owners(route)

    def _disown(self, route: AppliedRoute | None) -> None:
        if route is None:
            return
        for _, _, uid in route.owners:
            self._owned[uid].discard(route.key)
            if not self._owned[uid]:
                del self._owned[uid]

    def _tell_owners(self, route: AppliedRoute) -> None:
        for kind, name, _ in route.owners:
            key = RoutemapKey(route.key.namespace, name)
            if kind == "configmap" and key in self.routemaps:
                self.changed(key)


def _is_newer(route: AppliedRoute, known: AppliedRoute) -> bool:
    """Compares resource versions, numbers that grow; where they are no numbers, the last one seen counts."""
    if route.uid != known.uid:
        return True
    if route.resource_version.isdecimal() and known.resource_version.isdecimal():
        return int(route.resource_version) > int(known.resource_version)
    return route.resource_version != known.resource_version
