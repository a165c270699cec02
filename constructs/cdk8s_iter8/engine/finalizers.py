"""Puts the finalizer on objects before a route sends requests to them, and takes it off when no route does."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import Object, ObjectKey, RoutemapKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, FINALIZER
from cdk8s_iter8.cluster.patches import JSON_PATCH
from cdk8s_iter8.cluster.permission import missing_rule
from cdk8s_iter8.engine.api import API
from cdk8s_iter8.engine.draining import Action, Draining, finalizer_action
from cdk8s_iter8.engine.metrics import FINALIZERS
from cdk8s_iter8.engine.observed_object import ObservedObject, observe
from cdk8s_iter8.engine.store import Store
from cdk8s_iter8.engine.work_queue import WorkQueue

_log = logging.getLogger(__name__)

_MEANWHILE_CHANGED = (404, 409, 422)  # gone, or not as it was seen; the watch says how it is now


@dataclass
class Finalizers:
    """The finalizers of every object.

    Attributes:
        api: The cluster.
        store: What is seen.
        delay: Seconds from the route without an object until the object's deletion goes on.
    """

    api: API
    store: Store
    delay: float
    queue: WorkQueue[ObjectKey] = field(default_factory=WorkQueue)
    _serving: dict[ObjectKey, set[RoutemapKey]] = field(default_factory=lambda: defaultdict(set))
    _served: dict[RoutemapKey, frozenset[ObjectKey]] = field(default_factory=dict)
    _left_at: dict[ObjectKey, float] = field(default_factory=dict)

    def clear(self) -> None:
        """Forgets everything, as a replica that becomes the leader again must."""
        for memory in (self.queue, self._serving, self._served, self._left_at):
            memory.clear()

    async def hold(self, routemap: RoutemapKey, serving: frozenset[ObjectKey]) -> str:
        """Puts the finalizer on objects to which a route is about to send requests.

        Returns:
            The RBAC rule that is missing for it; an empty text if none is.
        """
        missing = ""
        self._served[routemap] = self._served.get(routemap, frozenset()) | serving
        for key in serving:
            self._serving[key].add(routemap)
            self._left_at.pop(key, None)
            seen = self.store.objects.get(key)
            if seen is None or self._action(seen)[0] is not Action.ADD:
                continue
            try:
                await self._patch(seen, add_finalizer(seen))
                FINALIZERS.labels("added").inc()
            except APIError as error:
                if error.status == 403:
                    missing = missing_rule(key.gvr, "patch")
                elif error.status not in _MEANWHILE_CHANGED:
                    raise
        return missing

    def left(self, routemap: RoutemapKey, serving: frozenset[ObjectKey], idle: Iterable[ObjectKey]) -> None:
        """Says that routes are applied: they send requests to `serving`, and none to `idle` and what was before."""
        now = asyncio.get_running_loop().time()
        former, self._served[routemap] = self._served.get(routemap, frozenset()), serving
        if not serving:
            del self._served[routemap]
        for key in {*former, *idle} - serving:
            users = self._serving.get(key)
            if users is not None:
                users.discard(routemap)
                if not users:
                    del self._serving[key]
            if key not in self._serving:
                self._left_at.setdefault(key, now)
                self.queue.add(key)

    async def run(self) -> None:
        """Takes finalizers off until it is cancelled."""
        while True:
            key, _ = await self.queue.take()
            try:
                await self._look_at(key)
            except APIError as error:
                if error.status == 403:
                    rule = missing_rule(key.gvr, "patch")
                    _log.error("the finalizer of %s stays: not permitted; the missing rule: %s", key, rule)
                elif error.status not in _MEANWHILE_CHANGED:
                    _log.warning("the finalizer of %s stays for now: %s", key, error)
                self.queue.retry(key)
            except Exception:
                _log.exception("finalizer of %s", key)
                self.queue.retry(key)
            finally:
                self.queue.done(key)

    async def _look_at(self, key: ObjectKey) -> None:
        seen = self.store.objects.get(key)
        if seen is None:
            self._left_at.pop(key, None)
            self.queue.forget(key)
            return
        if key not in self._serving and not self.store.users(key):
            self._left_at.setdefault(key, asyncio.get_running_loop().time())
        action, when = self._action(seen)
        if action is Action.WAIT:
            self.queue.add_at(key, when)
        elif action is Action.RELEASE:
            if seen.deleting and key in self._serving:
                _log.warning("%s goes although a route sends requests to it", key)
            await self._patch(seen, remove_finalizer(seen))
            FINALIZERS.labels("removed").inc()
            self.queue.forget(key)

    def _action(self, seen: ObservedObject) -> tuple[Action, float]:
        key = seen.key
        draining = Draining(
            has_finalizer=FINALIZER in seen.finalizers,
            deleting=seen.deleting,
            serving=key in self._serving,
            left_at=self._left_at.get(key),
            deleting_since=self.store.deleting_since.get(key),
        )
        return finalizer_action(draining, asyncio.get_running_loop().time(), self.delay)

    async def _patch(self, seen: ObservedObject, patch: list[Object]) -> None:
        answer = await self.api.patch(seen.key.path, patch, JSON_PATCH, fieldManager=FIELD_MANAGER)
        if seen.key in self.store.objects and not (seen.deleting and not answer["metadata"].get("finalizers")):
            wanted = self.store.config.conditions(seen.key.gvr)
            self.store.objects[seen.key] = observe(answer, seen.key.gvr, wanted)


def add_finalizer(seen: ObservedObject) -> list[Object]:
    """Returns the JSON patch that adds the finalizer, if the object is as it was seen.

    Example:
        >>> from cdk8s_iter8.cluster.keys import GVR
        >>> raw = {"metadata": {"name": "a", "namespace": "b", "uid": "c"}}
        >>> seen = observe(raw, GVR("", "v1", "pods"), frozenset())
        >>> add_finalizer(seen)[-1]
        {'op': 'add', 'path': '/metadata/finalizers', 'value': ['iter8.tools/finalizer']}
    """
    same: Object = {"op": "test", "path": "/metadata/uid", "value": seen.uid}
    if seen.finalizers:
        return [same, {"op": "add", "path": "/metadata/finalizers/-", "value": FINALIZER}]
    none: Object = {"op": "test", "path": "/metadata/finalizers", "value": None}
    return [same, none, {"op": "add", "path": "/metadata/finalizers", "value": [FINALIZER]}]


def remove_finalizer(seen: ObservedObject) -> list[Object]:
    """Returns the JSON patch that removes the finalizer and no other, if the object is as it was seen."""
    place = f"/metadata/finalizers/{seen.finalizers.index(FINALIZER)}"
    same: Object = {"op": "test", "path": "/metadata/uid", "value": seen.uid}
    return [same, {"op": "test", "path": place, "value": FINALIZER}, {"op": "remove", "path": place}]
