"""The status of a route: who applied it, what it gives each version, and whether it is what the routemap says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.engine.applied_route import Owner, applied_route
from cdk8s_iter8.engine.desired_route import DesiredRoute
from cdk8s_iter8.engine.differences import differences
from cdk8s_iter8.engine.routemap import Routemap
from cdk8s_iter8.live.controllers import applied_by
from cdk8s_iter8.live.route_rules import RouteRule, Target, mapping, route_rules
from cdk8s_iter8.traffic.percentages import percent


@dataclass(frozen=True)
class Given:
    """What a rule gives a version.

    Attributes:
        requests: The clauses of the requests, ORed; empty: all others.
        percent: The percentage of these requests.
        mirrored: Whether the requests are copied to the version, which does not answer them.
    """

    requests: tuple[str, ...]
    percent: float
    mirrored: bool = False


@dataclass(frozen=True)
class RouteStatus:
    """A route in the cluster.

    Attributes:
        key: Its type, namespace and name.
        exists: Whether it is there.
        controller: The field manager that has applied it; empty: no controller of routemaps has.
        applied: When it was applied last.
        given: What each version gets, by its position.
        elsewhere: What goes to no version of the routemap, by where it goes.
        differences: Where it is not what the routemap says, a line each.
        more: What its rules do besides, such as ``fault``, a line each.
    """

    key: ObjectKey
    exists: bool
    controller: str = ""
    applied: datetime | None = None
    given: Mapping[int, tuple[Given, ...]] | None = None
    elsewhere: Mapping[str, tuple[Given, ...]] | None = None
    differences: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def route_status(
    desired: DesiredRoute, raw: Object | None, routemap: Routemap, targets: Mapping[Target, int]
) -> RouteStatus:
    """Decides a route's status.

    Args:
        desired: The route that the routemap asks for now.
        raw: The route in the cluster; None: there is none.
        routemap: The routemap.
        targets: Which target is which version.
    """
    if raw is None:
        return RouteStatus(desired.key, exists=False, differences=("there is no such route",))
    rules = [rule for rule in route_rules(raw) if not rule.internal]
    given: dict[int, list[Given]] = {}
    elsewhere: dict[str, list[Given]] = {}
    for rule in rules:
        for target, got in _given(rule):
            if target in targets:
                given.setdefault(targets[target], []).append(got)
            else:
                elsewhere.setdefault(target.host or "nowhere", []).append(got)
    controller, applied = applied_by(raw)
    return RouteStatus(
        desired.key,
        exists=True,
        controller=controller,
        applied=applied,
        given={version: tuple(shares) for version, shares in given.items()},
        elsewhere={host: tuple(shares) for host, shares in elsewhere.items()},
        differences=tuple(_differences(desired, raw, routemap)),
        more=tuple(dict.fromkeys(f"a rule has {addition}" for rule in rules for addition in rule.more)),
    )


def _given(rule: RouteRule) -> Iterator[tuple[Target, Given]]:
    total = sum(rule.weights.values())
    for target, weight in rule.weights.items():
        yield target, Given(rule.clauses, percent(weight, total))
    for target, share in rule.mirrors.items():
        if share:
            yield target, Given(rule.clauses, share, mirrored=True)


def _differences(desired: DesiredRoute, raw: Object, routemap: Routemap) -> Iterator[str]:
    if "deletionTimestamp" in raw["metadata"]:
        yield "it is being deleted"
    if applied_route(raw, desired.key.gvr).owner(routemap.key, routemap.uid) is Owner.OTHER:
        yield "it belongs to somebody else: no controller changes it"
    yield from differences(_without_marks(raw), _without_marks(desired.manifest))


def _without_marks(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Returns a route without what only this project's controller writes, so that routes of Iter8's are right, too."""
    metadata = mapping(raw.get("metadata"))
    kept = {key: value for key, value in metadata.items() if key not in ("annotations", "labels", "ownerReferences")}
    return {**raw, "metadata": kept}
