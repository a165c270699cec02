"""The status of a release, decided from what was read of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, Object, ObjectKey
from cdk8s_iter8.cluster.marks import WATCH_LABEL
from cdk8s_iter8.cluster.releases import ReleaseKey
from cdk8s_iter8.engine.decision import Decision, Find, decide, live_weight
from cdk8s_iter8.engine.observed_object import ObservedObject, observe
from cdk8s_iter8.engine.routemap import Routemap, RoutemapError, objects
from cdk8s_iter8.live.ages import moment
from cdk8s_iter8.live.controllers import Controller
from cdk8s_iter8.live.hanging import hanging
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.known_types import conditions_of
from cdk8s_iter8.live.observation import Observation
from cdk8s_iter8.live.route_rules import Target, mapping, sequence
from cdk8s_iter8.live.route_status import RouteStatus, route_status
from cdk8s_iter8.live.spec_text import read_spec
from cdk8s_iter8.live.version_status import VersionStatus, version_status
from cdk8s_iter8.live.version_targets import version_targets


@dataclass(frozen=True)
class ReleaseStatus:
    """A release in the cluster.

    Attributes:
        key: Namespace and name.
        strategies: The names of the routing templates: the strategy. Empty: nothing is routed.
        created: When the routemap was made.
        controller: The controller that serves it, by whose conditions versions are ready.
        judged: The conditions that make an object ready, by the type as users call it.
        versions: The versions, the primary first.
        routes: The routes.
        reasons: Why the release is not settled, a line each; empty: it is.
        notes: What else is worth knowing, a line each.
        missing: The RBAC rules that reading lacks, a line each.
    """

    key: ReleaseKey
    strategies: tuple[str, ...]
    created: datetime | None
    controller: Controller
    judged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    versions: tuple[VersionStatus, ...] = ()
    routes: tuple[RouteStatus, ...] = ()
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether every version is ready, the weights are the declared ones, and the route is as the routemap says."""
        return not self.reasons


def release_status(observation: Observation, now: datetime, differing: Iterable[str] = ()) -> ReleaseStatus:
    """Decides a release's status.

    Args:
        observation: What was read of it.
        now: The time.
        differing: Where the release differs from its values file, a line each.
    """
    routemap, metadata = observation.routemap, observation.config_map["metadata"]
    created, of_map = moment(metadata.get("creationTimestamp")), list(_of_routemap(observation, now))
    if isinstance(routemap, RoutemapError):
        reasons = (*of_map, f"the routemap cannot be read: {routemap}", *differing)
        return ReleaseStatus(observation.key, (), created, observation.controller, reasons=reasons)
    decision = decide(routemap, _finder(routemap, observation))
    versions = tuple(_versions(routemap, observation, now))
    routes = tuple(_routes(routemap, decision, observation))
    strategies = tuple(template.name for template in routemap.templates)
    reasons = (
        *of_map,
        *observation.missing,
        *_of_versions(versions, _named(versions)),
        *(f"the routing template is refused: {refusal}" for refusal in decision.refused),
        *_of_routes(routes, observation),
        *differing,
    )
    return ReleaseStatus(
        observation.key,
        strategies,
        created,
        observation.controller,
        _judged(routemap),
        versions,
        routes,
        tuple(reasons),
        tuple(_notes(routes, decision)),
        tuple(dict.fromkeys(map(str, observation.refused.values()))),
    )


def version_names(versions: Iterable[VersionStatus]) -> tuple[str, ...]:
    """Returns the names of versions, with their namespaces where names alone would not tell them apart."""
    return tuple(_named(tuple(versions)))


def _named(versions: tuple[VersionStatus, ...]) -> list[str]:
    names = [version.name for version in versions]
    unique = len(set(names)) == len(names)
    return names if unique else [f"{version.namespace}/{version.name}" for version in versions]


def _finder(routemap: Routemap, observation: Observation) -> Find:
    """What a controller sees of the objects: those with the label ``iter8.tools/watch`` alone."""
    conditions = conditions_of(routemap)

    def find(key: ObjectKey) -> ObservedObject | None:
        raw = observation.found.get(key)
        if raw is None or (raw["metadata"].get("labels") or {}).get(WATCH_LABEL) != "true":
            return None
        return observe(raw, key.gvr, conditions.get(key, frozenset()))

    return find


def _judged(routemap: Routemap) -> dict[str, tuple[str, ...]]:
    resources = [resource for version in routemap.versions for resource in version.resources]
    return {
        kind_words(resource.key.gvr): resource.type.conditions for resource in resources if resource.type.conditions
    }


def _versions(routemap: Routemap, observation: Observation, now: datetime) -> Iterator[VersionStatus]:
    declared, find = _declared(observation.config_map), _finder(routemap, observation)
    for index, version in enumerate(routemap.versions):
        own = declared[index] if index < len(declared) else None
        yield version_status(version, own, live_weight(version, find), observation, now)


def _declared(config_map: Object) -> list[int | None]:
    """Returns the weights in the routemap's text; None where the text has no weight."""
    spec = read_spec(mapping(config_map.get("data")).get("strSpec"))
    return [mapping(version).get("weight") for version in sequence(spec.get("versions"))]


def _routes(routemap: Routemap, decision: Decision, observation: Observation) -> Iterator[RouteStatus]:
    targets: dict[str, Mapping[Target, int]] = {
        template.name: version_targets(routemap, template) for template in routemap.templates
    }
    # An object that may not be read may be available or not, so nobody knows what the route should be.
    known = not any(key in observation.refused for key in objects(routemap))
    for route in decision.routes:
        if route.key not in observation.refused:
            status = route_status(route, observation.found.get(route.key), routemap, targets[route.template])
            yield status if known or not status.exists else replace(status, differences=())


def _of_routemap(observation: Observation, now: datetime) -> Iterator[str]:
    metadata: Mapping[str, Any] = observation.config_map["metadata"]
    yield from hanging(ObjectKey(CONFIG_MAPS, metadata["namespace"], metadata["name"]), observation.config_map, now)


def _of_versions(versions: Iterable[VersionStatus], names: Iterable[str]) -> Iterator[str]:
    for name, version in zip(names, versions, strict=True):
        if version.reason:
            yield f"{name} is not ready: {version.reason}" if version.ready is False else f"{name}: {version.reason}"
        if version.outdated:
            yield f"{name}: {version.outdated}"
        if version.overridden:
            yield (
                f"{name} has weight {version.live} by the annotation iter8.tools/weight, not the declared "
                f"{'default' if version.declared is None else version.declared}; the next apply restores it"
            )
        yield from version.hanging


def _of_routes(routes: Iterable[RouteStatus], observation: Observation) -> Iterator[str]:
    for route in routes:
        named = f"{kind_words(route.key.gvr)} {route.key.name}"
        if not route.exists:
            label = (observation.config_map["metadata"].get("labels") or {}).get("iter8.tools/version")
            yield f"{named} is not there yet: no controller has made it; it takes one for iter8.tools/version: {label}"
        else:
            yield from (f"{named} is not what the routemap says: {difference}" for difference in route.differences)
        for host in route.elsewhere or {}:
            yield f"{named} sends requests to {host}, which is no version of the routemap"
        yield from (f"{named}: {addition}, which no routemap says" for addition in route.more)
    for key, error in observation.refused.items():
        if isinstance(error, NotPermittedError):
            yield f"{kind_words(key.gvr)} {key.name} may not be read"


def _notes(routes: Iterable[RouteStatus], decision: Decision) -> Iterator[str]:
    yield from decision.ignored
    for route in routes:
        if route.exists and not route.controller:
            yield f"{kind_words(route.key.gvr)} {route.key.name} was applied by no controller of routemaps"
