"""The status of a version: whether it is ready and why not, its weight, and what hangs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cdk8s_iter8.cluster.keys import CONFIG_MAPS, Object
from cdk8s_iter8.cluster.marks import WATCH_LABEL
from cdk8s_iter8.engine.availability import unavailable_because
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.engine.routemap import RoutedVersion, VersionResource
from cdk8s_iter8.live.ages import moment
from cdk8s_iter8.live.hanging import hanging
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.observation import Observation
from cdk8s_iter8.live.route_rules import mapping, sequence

_WEIGHT_CONFIG = "-weight-config"
_LONGEST_MESSAGE = 400


@dataclass(frozen=True)
class VersionStatus:
    """A version in the cluster.

    Attributes:
        name: Its name: that of its first object that is no ConfigMap.
        namespace: Its namespace.
        ready: Whether it can get requests, by the controller's rule; None: not known, an object may not be read.
        reason: Why it is not ready, in the words of who sets the condition; empty: it is.
        declared: The weight in the routemap; None: the routemap has none, weights do not matter.
        live: The weight that counts: the annotation's if there is one, else the declared one.
        created: When its main object was made.
        hanging: What its deletion waits for, a line for each object that is being deleted.
    """

    name: str
    namespace: str
    ready: bool | None
    reason: str
    declared: int | None
    live: int | None
    created: datetime | None
    hanging: tuple[str, ...] = ()

    @property
    def overridden(self) -> bool:
        """Whether an annotation gives it another weight than the routemap."""
        return self.live != self.declared


def version_status(
    version: RoutedVersion, declared: int | None, live: int, observation: Observation, now: datetime
) -> VersionStatus:
    """Decides a version's status.

    Args:
        version: The version in the routemap.
        declared: Its weight in the routemap's text; None: the text has none.
        live: Its weight, an annotation considered.
        observation: What was read.
        now: The time.
    """
    keys = [resource.key for resource in version.resources]
    main = next((key for key in keys if key.gvr != CONFIG_MAPS), keys[0] if keys else None)
    refused = [observation.refused[key] for key in keys if key in observation.refused]
    reason = "; ".join(_reasons(version, observation))
    raws = [(key, raw) for key in keys if (raw := observation.found.get(key))]
    raw = observation.found.get(main) if main else None
    return VersionStatus(
        name=main.name.removesuffix(_WEIGHT_CONFIG) if main else "?",
        namespace=main.namespace if main else observation.key.namespace,
        ready=None if refused and not reason else not reason,
        reason="; ".join(map(str, refused)) if refused and not reason else reason,
        declared=declared,
        live=None if declared is None and live == version.weight else live,
        created=moment(raw["metadata"].get("creationTimestamp")) if raw else None,
        hanging=tuple(line for key, raw in raws for line in hanging(key, raw, now)),
    )


def _reasons(version: RoutedVersion, observation: Observation) -> Iterator[str]:
    for resource in version.resources:
        if resource.key not in observation.refused:
            reason = unready_because(resource, observation.found.get(resource.key))
            if reason:
                yield reason


def unready_because(resource: VersionResource, raw: Object | None) -> str:
    """Says why an object of a version is not ready; an empty text if it is.

    Args:
        resource: The object in the routemap.
        raw: The object in the cluster; None: there is none.
    """
    named = f"{kind_words(resource.key.gvr)} {resource.key.name}"
    if raw is None:
        return f"{named} does not exist"
    if (raw["metadata"].get("labels") or {}).get(WATCH_LABEL) != "true":
        return f'{named} has no label {WATCH_LABEL}: "true", so no controller sees it'
    wanted = frozenset(condition.lower() for condition in resource.type.conditions)
    because = unavailable_because(observe(raw, resource.key.gvr, wanted), resource.type)
    if not because:
        return ""
    for condition in resource.type.conditions:
        words = condition_words(raw, condition)
        if words and because.startswith(f"condition {condition} is ") and "generation" not in because:
            return words
    return f"{named} {because}"


def condition_words(raw: Mapping[str, Any], name: str) -> str:
    """Returns a condition's reason and message; empty: there is no such condition, or it says nothing.

    Example:
        >>> said = {"type": "Ready", "status": "False", "reason": "RevisionFailed", "message": "no such image"}
        >>> condition_words({"status": {"conditions": [said]}}, "Ready")
        'RevisionFailed: no such image'
    """
    for each in map(mapping, sequence(mapping(raw.get("status")).get("conditions"))):
        if str(each.get("type")).lower() == name.lower():
            words = [str(each[key]) for key in ("reason", "message") if each.get(key)]
            text = ": ".join(words)
            text = text if len(text) <= _LONGEST_MESSAGE else f"{text[: _LONGEST_MESSAGE - 1]}…"
            return text or f"{name} is {each.get('status')}"
    return ""
