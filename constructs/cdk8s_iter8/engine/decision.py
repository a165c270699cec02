"""Decides, without side effects, what a routemap's routes should be, given the objects of its versions."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cdk8s_iter8.cluster.keys import CONFIG_MAPS, ObjectKey
from cdk8s_iter8.engine.availability import unavailable_because
from cdk8s_iter8.engine.desired_route import DesiredRoute, RouteError, desired_route
from cdk8s_iter8.engine.observed_object import ObservedObject
from cdk8s_iter8.engine.routemap import MOST_WEIGHT, RoutedVersion, Routemap
from cdk8s_iter8.iter8.weights import weights
from cdk8s_iter8.validation.problem import as_text

Find = Callable[[ObjectKey], ObservedObject | None]
_DIGITS = re.compile(r"[0-9]{1,10}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done for a routemap.

    Attributes:
        weights: The weights that templates get.
        unavailable: Why each version is unavailable, an empty text for an available one.
        routes: The routes to have.
        refused: What is wrong with templates that made no route, a message each.
        ignored: Weight annotations that are no weights, a message each.
        serving: The objects of available versions with weight in a route; they are drained before they go.
    """

    weights: tuple[int, ...]
    unavailable: tuple[str, ...]
    routes: tuple[DesiredRoute, ...]
    refused: tuple[str, ...]
    ignored: tuple[str, ...]
    serving: frozenset[ObjectKey]


def decide(routemap: Routemap, find: Find) -> Decision:
    """Decides what a routemap's routes are.

    Args:
        routemap: The routemap.
        find: Returns the watched object of a key, or None.
    """
    unavailable = tuple(_unavailable(version, find) for version in routemap.versions)
    ignored: list[str] = []
    declared = [_weight(version, find, ignored) for version in routemap.versions]
    live = weights(declared, [not reason for reason in unavailable])
    routes, refused = _routes(routemap, live)
    serving = {
        resource.key
        for version, weight, reason in zip(routemap.versions, live, unavailable, strict=True)
        if weight and not reason and routemap.templates
        for resource in version.resources
        if resource.key.gvr != CONFIG_MAPS  # it serves no requests
    }
    return Decision(tuple(live), unavailable, routes, refused, tuple(ignored), frozenset(serving))


def _unavailable(version: RoutedVersion, find: Find) -> str:
    for resource in version.resources:
        reason = unavailable_because(find(resource.key), resource.type)
        if reason:
            return f"{resource.key} {reason}"
    return ""


def live_weight(version: RoutedVersion, find: Find) -> int:
    """Returns a version's weight while it is available: its annotation's if that is a weight, else the declared one.

    Args:
        version: The version.
        find: Returns the watched object of a key, or None.
    """
    return _weight(version, find, [])


def _weight(version: RoutedVersion, find: Find, ignored: list[str]) -> int:
    """Returns the weight in the annotation of the first resource, else the declared weight (`getWeightOverrides`)."""
    first = find(version.resources[0].key) if version.resources else None
    if first is None or first.weight is None:
        return version.weight
    if _DIGITS.fullmatch(first.weight) and int(first.weight) <= MOST_WEIGHT:
        return int(first.weight)
    ignored.append(f"annotation iter8.tools/weight of {first.key}: {as_text(first.weight)} is not a weight")
    return version.weight


def _routes(routemap: Routemap, live: Sequence[int]) -> tuple[tuple[DesiredRoute, ...], tuple[str, ...]]:
    routes: dict[ObjectKey, DesiredRoute] = {}
    refused: list[str] = []
    for template in routemap.templates:
        try:
            route = desired_route(routemap, template, live)
        except RouteError as error:
            refused.append(str(error))
            continue
        if route.key in routes:
            refused.append(f"templates {routes[route.key].template} and {route.template} both give {route.key}")
            continue
        routes[route.key] = route
    return tuple(routes.values()), tuple(refused)
