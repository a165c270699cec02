"""Applies a release in the order in which no request is lost. Every step may be the last one; the next run goes on."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cdk8s_iter8.applying.adoption import adoption, taken_over
from cdk8s_iter8.applying.drained import gives
from cdk8s_iter8.applying.going import deleted, gone
from cdk8s_iter8.applying.live_routing import LiveRouting, read_routes, read_routing, routemap_of
from cdk8s_iter8.applying.preparation import Declared, Permission, Prepared, applied
from cdk8s_iter8.applying.shift_order import ROUTEMAP, shift_order
from cdk8s_iter8.applying.waiting import waiting
from cdk8s_iter8.applying.weighing import weighing_after, weighing_before, weight_configs
from cdk8s_iter8.cluster.api_error import ConflictError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.patches import JSON_PATCH
from cdk8s_iter8.engine.routemap import Routemap
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
        timeout: Seconds that each wait may last.
        proxies: Seconds from the route without an object until it is deleted.
    """

    connection: Connection
    permission: Permission
    timeout: float
    proxies: float = PROXIES

    def run(self, prepared: Prepared) -> Iterator[str]:
        """Applies a release; yields a line for each thing that is done or waited for.

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
        routemap = next(each for each in prepared.declared if _is_routemap(each))
        before, after = weighing_before(prepared), weighing_after(prepared)
        order = shift_order(before, after)
        weights = weight_configs(prepared)
        shifts = {name: weights[name] for name in order if name in (before.weights if before else ())}
        shifts[ROUTEMAP] = routemap
        for each in prepared.declared:
            if each not in shifts.values():
                yield from self._apply(each, prepared)
        new = self._read(routemap)
        yield from waiting(
            lambda: self._unanswered(prepared, new), self.timeout, "the route was left as it was; run the command again"
        )
        for name in order:
            if name in shifts:
                yield from self._apply(shifts[name], prepared)
        yield from waiting(lambda: self._unsettled(prepared, new), self.timeout, _NO_CONTROLLER)
        yield f"{prepared.key}: {_shares(self._routing(prepared, new))}"
        yield from self._prune(prepared, new)

    def _apply(self, each: Declared, prepared: Prepared) -> Iterator[str]:
        owner = owner_of(each.live, prepared.key.name) if each.live else None
        if each.live and (said := taken_over(each.live)):
            self._adopt(each)
            yield f"{object_words(each.key)}: taken over: {', '.join(said)}"
        applied(self.connection, each.key, each.manifest, owner, self.permission)
        yield f"{object_words(each.key)}: {each.change}"

    def _adopt(self, each: Declared) -> None:
        for tries_left in reversed(range(_TRIES)):
            live = self.connection.read(each.key)
            patch = adoption(live) if live else []
            if not patch:
                return
            try:
                self.connection.patch(each.key, patch, JSON_PATCH)
            except ConflictError:  # it has changed since it was read
                if not tries_left:
                    raise
            else:
                return

    def _read(self, routemap: Declared) -> Routemap:
        """The routemap as the controller reads it when it is applied."""
        metadata = {
            **routemap.manifest["metadata"],
            "uid": (routemap.live or routemap.after)["metadata"].get("uid", ""),
        }
        return routemap_of({**routemap.manifest, "metadata": metadata})

    def _routing(self, prepared: Prepared, routemap: Routemap) -> LiveRouting:
        return read_routing(self.connection, routemap, prepared.key.name)

    def _unanswered(self, prepared: Prepared, routemap: Routemap) -> Sequence[str]:
        """Why requests would fail by the new routemap: none of the versions that answer them is ready."""
        plan = prepared.release.traffic_plan
        if plan is None:
            return ()
        routing = self._routing(prepared, routemap)
        names = routing.names()
        ready = [not reason for reason in routing.decision.unavailable]
        declared = [version.weight for version in routemap.versions]
        (preview,) = preview_traffic(plan, names, declared, [ready])
        silent = {name for rule in preview.rules for name in rule.shares} - set(preview.ready)
        return [f"{name}: {routing.decision.unavailable[names.index(name)]}" for name in names if name in silent]

    def _unsettled(self, prepared: Prepared, routemap: Routemap) -> Sequence[str]:
        routing = self._routing(prepared, routemap)
        return [*routing.unready(), *routing.wrong()]

    def _prune(self, prepared: Prepared, routemap: Routemap) -> Iterator[str]:
        for route in self._routing(prepared, routemap).left_over():
            self.connection.delete(route)
            yield f"{object_words(route)}: deleted; no template makes it any more"
        names = [*waiting_for(prepared.going)]
        yield from waiting(
            lambda: self._served(prepared, names), self.timeout, "nothing was deleted; run the command again"
        )
        if names:
            yield f"  waits {self.proxies:g} s for proxies to learn of the route"
            time.sleep(self.proxies)
        yield from deleted(self.connection, prepared.going)
        yield from gone(self.connection, prepared.going, self.timeout)

    def _served(self, prepared: Prepared, names: Sequence[str]) -> Sequence[str]:
        """What is to go although a route gives it requests."""
        if not names:
            return ()
        routes = read_routes(self.connection, *prepared.key)
        return [
            f"{object_words(key)} still gives requests to {name}"
            for key, raw in routes.items()
            for name in names
            if gives(raw, name)
        ]


_NO_CONTROLLER = "what is declared is applied; if no route follows, see whether a controller runs"


def _is_routemap(each: Declared) -> bool:
    return bool((each.manifest["metadata"].get("labels") or {}).get("iter8.tools/kind") == "routemap")


def _shares(routing: LiveRouting) -> str:
    if not routing.routemap.templates:
        return "applied; nothing is routed"
    weights = zip(routing.names(), routing.decision.weights, strict=True)
    return f"applied; the route has the weights {', '.join(f'{name} {weight}' for name, weight in weights)}"
