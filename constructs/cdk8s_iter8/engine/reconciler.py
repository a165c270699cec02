"""Makes the routes of one routemap right."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey, RoutemapKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, ITER8_FIELD_MANAGER
from cdk8s_iter8.cluster.patches import APPLY
from cdk8s_iter8.cluster.permission import missing_rule
from cdk8s_iter8.engine.api import API
from cdk8s_iter8.engine.applied_route import AppliedRoute, Owner, applied_route
from cdk8s_iter8.engine.decision import Decision, decide
from cdk8s_iter8.engine.desired_route import DesiredRoute
from cdk8s_iter8.engine.event_log import EventLog
from cdk8s_iter8.engine.finalizers import Finalizers
from cdk8s_iter8.engine.list_and_watch import State
from cdk8s_iter8.engine.metrics import ERRORS, ROUTES
from cdk8s_iter8.engine.routemap import Routemap, RoutemapError, objects
from cdk8s_iter8.engine.store import Store

_log = logging.getLogger(__name__)


class RouteNotAppliedError(Exception):
    """A route that cannot be made right; the last good one stays.

    Attributes:
        reason: The reason of the event.
        again: Whether to try again by itself, without a change in the cluster.
    """

    def __init__(self, reason: str, message: str, *, again: bool) -> None:
        super().__init__(message)
        self.reason, self.again = reason, again


@dataclass
class Reconciler:
    """Makes routes right, one routemap at a call; calls for different routemaps may overlap.

    Attributes:
        api: The cluster.
        store: What is seen.
        finalizers: Those of the versions' objects.
        events: Where users are told.
        unseen: The types whose objects are not known, and why.
    """

    api: API
    store: Store
    finalizers: Finalizers
    events: EventLog
    unseen: Mapping[GVR, State]
    _last: dict[RoutemapKey, Decision] = field(default_factory=dict)
    _locks: WeakValueDictionary[ObjectKey, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def reconcile(self, key: RoutemapKey) -> bool:
        """Makes the routes of a routemap right.

        Returns:
            Whether they are; if not, the call is to be repeated later.

        Raises:
            APIError: The API server did not answer, or not as it should.
        """
        seen = self.store.routemaps.get(key)
        if seen is None or seen.deleting:
            self._last.pop(key, None)
            self.events.forget(key)
            self.finalizers.left(key, frozenset(), ())
            return True
        if isinstance(seen.read, RoutemapError):
            self._warn(key, seen.uid, "RoutemapInvalid", str(seen.read))
            return True
        routemap = seen.read
        if not self._sees(routemap):
            return True  # it is worked on again when the type can be listed
        decision = decide(routemap, self.store.objects.get)
        for message in decision.ignored:
            self.events.warning(key, routemap.uid, "WeightIgnored", message)
        missing = await self.finalizers.hold(key, decision.serving)
        if missing:
            message = f"versions are not drained before they go; the missing rule: {missing}"
            self._warn(key, routemap.uid, "PermissionMissing", message)
        return await self._make_right(routemap, decision)

    def _sees(self, routemap: Routemap) -> bool:
        types = {watched.gvr for watched in objects(routemap)} | {template.gvr for template in routemap.templates}
        unseen = sorted(types & self.unseen.keys())
        for gvr in unseen:
            message = f"{gvr} {self.unseen[gvr].value}, so the route stays as it is"
            if self.unseen[gvr] is State.FORBIDDEN:
                message += f"; the missing rule: {missing_rule(gvr, 'list', 'watch')}"
                self._warn(routemap.key, routemap.uid, "PermissionMissing", message)
            else:
                _log.warning("routemap %s: %s", routemap.key, message)
        return not unseen

    def clear(self) -> None:
        """Forgets what was decided before, as a replica that becomes the leader again must."""
        self._last.clear()

    async def _make_right(self, routemap: Routemap, decision: Decision) -> bool:
        key, uid = routemap.key, routemap.uid
        wrong, again, done = bool(decision.refused), False, []
        for message in decision.refused:
            self._warn(key, uid, "TemplateRefused", message)
        for desired in decision.routes:
            try:
                if await self._apply(routemap, desired):
                    done.append(desired)
            except RouteNotAppliedError as problem:
                wrong, again = True, again or problem.again
                self._warn(key, uid, problem.reason, str(problem))
        if not wrong:
            await self._delete_others(routemap, decision)
            idle = [watched for watched in objects(routemap) if watched not in decision.serving]
            self.finalizers.left(key, decision.serving, idle)
        self._tell(routemap, decision, done)
        return not again

    async def _apply(self, routemap: Routemap, desired: DesiredRoute) -> bool:
        """Returns whether the route had to be applied; two routemaps that want one route come one after the other."""
        lock = self._locks.setdefault(desired.key, asyncio.Lock())
        async with lock:
            return await self._apply_alone(routemap, desired)

    async def _apply_alone(self, routemap: Routemap, desired: DesiredRoute) -> bool:
        live = self.store.routes.get(desired.key) or await self._read(desired.key)
        if live is not None:
            if live.owner(routemap.key, routemap.uid) is Owner.OTHER:
                message = f"{desired.key} belongs to somebody else and stays as it is; rename it or the application"
                raise RouteNotAppliedError("RouteNotOwned", message, again=True)
            if live.is_right(desired):
                return False
        self._same_name(routemap, desired)
        body: Object = desired.manifest
        if live is not None:  # never an object that somebody else has put in its place meanwhile
            body = {**body, "metadata": {**body["metadata"], "uid": live.uid}}
        applied = await self._patch(desired.key, body, FIELD_MANAGER, force=live is not None)
        if ITER8_FIELD_MANAGER in applied.appliers:  # else a field that the template drops later would stay, as Iter8's
            metadata = {"name": desired.key.name, "namespace": desired.key.namespace, "uid": applied.uid}
            nothing: Object = {**{key: body[key] for key in ("apiVersion", "kind")}, "metadata": metadata}
            applied = await self._patch(desired.key, nothing, ITER8_FIELD_MANAGER, force=True)
        ROUTES.labels("applied").inc()
        return True

    async def _read(self, key: ObjectKey) -> AppliedRoute | None:
        try:
            return applied_route(await self.api.get(key.path), key.gvr)
        except APIError as error:
            if error.status == 404:
                return None
            raise self._problem(error, key, "get") from error

    async def _patch(self, key: ObjectKey, body: Object, manager: str, *, force: bool) -> AppliedRoute:
        try:
            raw = await self.api.patch(key.path, body, APPLY, fieldManager=manager, force=str(force).lower())
        except APIError as error:
            if error.status == 409:
                self.store.forget_route(key)  # it has changed since it was seen; it is read again
            raise self._problem(error, key, "patch", "create") from error
        route = applied_route(raw, key.gvr)
        self.store.keep_route(route)
        return route

    def _problem(self, error: APIError, key: ObjectKey, *verbs: str) -> Exception:
        if error.status == 403:
            message = f"{key} may not be applied; the missing rule: {missing_rule(key.gvr, *verbs)}"
            return RouteNotAppliedError("PermissionMissing", message, again=True)
        if error.status == 404:
            return RouteNotAppliedError("RouteRefused", f"{key}: the cluster has no such type or namespace", again=True)
        if error.status in (400, 422, 500):  # 500: how the API server says that a field has another type
            return RouteNotAppliedError("RouteRefused", f"{key}: {error.message}", again=error.status == 500)
        return error

    def _same_name(self, routemap: Routemap, desired: DesiredRoute) -> None:
        for route in self.store.owned_by(routemap.uid):
            same = route.template_digest == desired.template_digest and route.key.gvr == desired.key.gvr
            if same and route.key != desired.key:
                message = f"template {desired.template} gives {desired.key}, but gave {route.key} before; one name only"
                raise RouteNotAppliedError("TemplateRefused", message, again=False)

    async def _delete_others(self, routemap: Routemap, decision: Decision) -> None:
        """Deletes the routes that this controller made for the routemap and no template makes any more."""
        wanted = {route.key for route in decision.routes}
        for route in self.store.owned_by(routemap.uid):
            alone = all((kind, name) == ("configmap", routemap.key.name) for kind, name, _ in route.owners)
            if route.key in wanted or route.deleting or not alone or FIELD_MANAGER not in route.appliers:
                continue
            unchanged = {"uid": route.uid, "resourceVersion": route.resource_version}
            try:
                await self.api.delete(route.key.path, {"preconditions": unchanged})
            except APIError as error:
                if error.status == 403:
                    rule = missing_rule(route.key.gvr, "delete")
                    message = f"{route.key} is made by no template and stays; the missing rule: {rule}"
                    self._warn(routemap.key, routemap.uid, "PermissionMissing", message)
                    continue
                if error.status != 404:
                    raise
            self.store.forget_route(route.key)
            ROUTES.labels("deleted").inc()
            message = f"{route.key} is deleted: no template makes it any more"
            self.events.normal(routemap.key, routemap.uid, "RouteDeleted", message)

    def _tell(self, routemap: Routemap, decision: Decision, applied: list[DesiredRoute]) -> None:
        """Sends one Event for a change, so that a change costs one request beside the apply."""
        last = self._last.get(routemap.key)
        self._last[routemap.key] = decision
        what = ", ".join(f"{route.key} applied" for route in applied)
        text = f"{what + ', ' if what else ''}weights {', '.join(map(str, decision.weights))}"
        turned = (
            []
            if last is None or len(last.unavailable) != len(decision.unavailable)
            else [
                (index, now)
                for index, (before, now) in enumerate(zip(last.unavailable, decision.unavailable, strict=True))
                if bool(before) != bool(now)
            ]
        )
        versions = [f"version {index} is {f'unready ({reason})' if reason else 'ready'}" for index, reason in turned]
        if turned:
            reason = "VersionUnready" if any(reason for _, reason in turned) else "VersionReady"
            self.events.normal(routemap.key, routemap.uid, reason, f"{'; '.join(versions)}; {text}")
        elif applied:
            self.events.normal(routemap.key, routemap.uid, "RouteApplied", text)

    def _warn(self, key: RoutemapKey, uid: str, reason: str, message: str) -> None:
        ERRORS.labels(reason).inc()
        self.events.warning(key, uid, reason, message)
