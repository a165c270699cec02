"""Applies a release in the order in which no request is lost. A run may end after any step; the next run goes on."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cdk8s_iter8.applying.adoption import adoption, taken_over
from cdk8s_iter8.applying.applied_object import Permission, applied
from cdk8s_iter8.applying.drained import gives
from cdk8s_iter8.applying.going import deleted, gone
from cdk8s_iter8.applying.live_routing import LiveRouting, read_routes, read_routing
from cdk8s_iter8.applying.preparation import Declared, Prepared
from cdk8s_iter8.applying.shift_order import ROUTEMAP, shift_order
from cdk8s_iter8.applying.step import Done, Step
from cdk8s_iter8.applying.waiting import waiting
from cdk8s_iter8.applying.weighing import weighing_after, weighing_before, weight_configs
from cdk8s_iter8.cluster.api_error import ConflictError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.cluster.patches import JSON_PATCH
from cdk8s_iter8.live.controllers import Controllers
from cdk8s_iter8.live.kinds import object_words
from cdk8s_iter8.live.owner import owner_of
from cdk8s_iter8.live.pruning import waiting_for
from cdk8s_iter8.traffic.preview import preview_traffic

PROXIES: Final = 5.0
"""Seconds from the route without an object until it is deleted, for proxies to learn of the route."""

_TRIES = 3


@dataclass(frozen=True)
class Apply:
    """How a release is applied.

    Attributes:
        connection: The cluster.
        permission: What may be taken from others.
        controllers: The controllers that may serve releases.
        timeout: Seconds that each wait may last.
        proxies: Seconds from the route without an object until it is deleted.
    """

    connection: Connection
    permission: Permission
    controllers: Controllers
    timeout: float
    proxies: float = PROXIES

    def run(self, prepared: Prepared) -> Iterator[Step]:
        """Applies a release; yields its steps.

        The order: the objects of versions and of the entry; when a version is ready that answers by the new routemap,
        weights and the routemap; when the route is as declared and all versions with weight are ready, what the values
        no longer have is deleted, once the route gives it nothing.

        Args:
            prepared: The release.

        Raises:
            WaitError: A wait has lasted too long.
            ApplyError: Fields of an object belong to others since it was prepared.
            CallError: The cluster refuses something.
        """
        routemap = next(declared for declared in prepared.declared if _is_routemap(declared))
        before, after = weighing_before(prepared), weighing_after(prepared)
        order = shift_order(before, after)
        weights = weight_configs(prepared)
        shifts = {name: weights[name] for name in order if name in (before.weights if before else ())}
        shifts[ROUTEMAP] = routemap
        for change in prepared.declared:
            if change not in shifts.values():
                yield from self._apply(change, prepared)
        new = _as_applied(routemap)
        yield from waiting(
            lambda: self._unanswered(prepared, new), self.timeout, "the route was left as it was; run the command again"
        )
        for name in order:
            if name in shifts:
                yield from self._apply(shifts[name], prepared)
        yield from waiting(lambda: self._unsettled(prepared, new), self.timeout, _UNSETTLED)
        yield _settled(prepared, self._routing(prepared, new))
        yield from self._prune(prepared, new)

    def _apply(self, declared: Declared, prepared: Prepared) -> Iterator[Step]:
        owner = owner_of(declared.live, prepared.key.name) if declared.live else None
        if declared.live and (said := taken_over(declared.live)):
            self._adopt(declared)
            yield Done(f"{object_words(declared.key)}: taken over: {', '.join(said)}", declared.key, "takenOver")
        applied(self.connection, declared.key, declared.manifest, owner, self.permission)
        yield Done(f"{object_words(declared.key)}: {declared.change}", declared.key, declared.change)

    def _adopt(self, declared: Declared) -> None:
        for tries_left in reversed(range(_TRIES)):
            live = self.connection.read(declared.key)
            patch = adoption(live) if live else []
            if not patch:
                return
            try:
                self.connection.patch(declared.key, patch, JSON_PATCH)
            except ConflictError:  # it has changed since it was read
                if not tries_left:
                    raise
            else:
                return

    def _routing(self, prepared: Prepared, routemap: Object) -> LiveRouting:
        return read_routing(self.connection, routemap, prepared.key.name, self.controllers)

    def _unanswered(self, prepared: Prepared, routemap: Object) -> Sequence[str]:
        """Why requests would fail by the new routemap: none of the versions that answer them is ready."""
        plan = prepared.release.traffic_plan
        if plan is None:
            return ()
        routing = self._routing(prepared, routemap)
        names = routing.names()
        ready = [not reason for reason in routing.decision.unavailable]
        declared = [version.weight for version in routing.routemap.versions]
        (preview,) = preview_traffic(plan, names, declared, [ready])
        silent = {name for rule in preview.rules for name in rule.shares} - set(preview.ready)
        return [f"{name}: {routing.reasons[names.index(name)]}" for name in names if name in silent]

    def _unsettled(self, prepared: Prepared, routemap: Object) -> Sequence[str]:
        routing = self._routing(prepared, routemap)
        return [*routing.unready(), *routing.wrong()]

    def _prune(self, prepared: Prepared, routemap: Object) -> Iterator[Step]:
        for route in self._routing(prepared, routemap).left_over():
            self.connection.delete(route)
            yield Done(f"{object_words(route)}: deleted; no template makes it any more", route, "deleted")
        names = [*waiting_for(prepared.going)]
        yield from waiting(
            lambda: self._served(prepared, names), self.timeout, "nothing was deleted; run the command again"
        )
        if names:
            yield Done(f"  waits {self.proxies:g} s for proxies to learn of the route")
            time.sleep(self.proxies)
        yield from deleted(self.connection, prepared.going)
        yield from gone(self.connection, prepared.going, self.timeout)

    def _served(self, prepared: Prepared, names: Sequence[str]) -> Sequence[str]:
        """Returns the objects that are to be deleted but still get requests from a route."""
        if not names:
            return ()
        routes = read_routes(self.connection, *prepared.key)
        return [
            f"{object_words(key)} still gives requests to {name}"
            for key, raw in routes.items()
            for name in names
            if gives(raw, name)
        ]


def _as_applied(routemap: Declared) -> Object:
    """The routemap's ConfigMap as the controller reads it when it is applied."""
    uid = (routemap.live or routemap.after)["metadata"].get("uid", "")
    return {**routemap.manifest, "metadata": {**routemap.manifest["metadata"], "uid": uid}}


_UNSETTLED = (
    "what is declared is applied; run the command again to wait longer; "
    "if no route follows, see whether a controller runs"
)


def _is_routemap(declared: Declared) -> bool:
    return bool((declared.manifest["metadata"].get("labels") or {}).get("iter8.tools/kind") == "routemap")


def _settled(prepared: Prepared, routing: LiveRouting) -> Done:
    if not routing.routemap.templates:
        return Done(f"{prepared.key}: applied; nothing is routed")
    weights = dict(zip(routing.names(), routing.decision.weights, strict=True))
    said = ", ".join(f"{name} {weight}" for name, weight in weights.items())
    return Done(f"{prepared.key}: applied; the route has the weights {said}", weights=weights)
