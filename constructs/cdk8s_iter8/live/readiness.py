"""Why an object of a version is not ready, or not up to date, in the words of who sets its conditions.

Ready is what the controller that serves the release calls available, with the conditions of its configuration.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.marks import WATCH_LABEL
from cdk8s_iter8.engine.availability import unavailable_because
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.engine.routemap import VersionResource
from cdk8s_iter8.iter8.resource_type import KNATIVE, ResourceType
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.route_rules import mapping, sequence

_LONGEST_MESSAGE = 400

Judge: TypeAlias = Callable[[VersionResource, Object | None], str]
"""Says what is wrong with an object of a version, such as `unready_because`; an empty text if nothing is."""


def reasons(resources: Iterable[VersionResource], raws: Mapping[ObjectKey, Object | None], judge: Judge) -> str:
    """Says what is wrong with the objects of a version; an empty text if nothing is.

    Args:
        resources: The objects in the routemap.
        raws: The objects in the cluster; None: there is none.
        judge: What is asked about each.
    """
    return "; ".join(filter(None, (judge(resource, raws.get(resource.key)) for resource in resources)))


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
    because = _unavailable_because(raw, resource, resource.type)
    if not because.startswith("condition ") or because.endswith(" generation"):
        return f"{named} {because}" if because else ""
    # A condition that says what else is wrong names the cause: RoutesReady does not say why there is no revision.
    more = KNATIVE["ksvc"].conditions if _is_ksvc(resource.type) else ()
    told = dict.fromkeys(
        condition_words(raw, condition) for condition in (*more, *resource.type.conditions) if _is_bad(raw, condition)
    )
    return "; ".join(filter(None, told)) or f"{named} {because}"


def outdated_because(resource: VersionResource, raw: Object | None) -> str:
    """Says why an object that is ready does not serve what was applied last; an empty text if it does.

    A Knative Service that is judged by ``RoutesReady`` is ready while an older revision serves.

    Args:
        resource: The object in the routemap.
        raw: The object in the cluster; None: there is none.
    """
    if raw is None or not _is_ksvc(resource.type):
        return ""
    because = _unavailable_because(raw, resource, KNATIVE["ksvc"])
    if not because:
        return ""
    words = "" if because.endswith(" generation") else condition_words(raw, *KNATIVE["ksvc"].conditions)
    return f"{kind_words(resource.key.gvr)} {resource.key.name} does not serve its newest revision: {words or because}"


def _unavailable_because(raw: Object, resource: VersionResource, judged: ResourceType) -> str:
    wanted = frozenset(condition.lower() for condition in judged.conditions)
    return unavailable_because(observe(raw, resource.key.gvr, wanted), judged)


def _is_ksvc(resource_type: ResourceType) -> bool:
    return (resource_type.group, resource_type.resource) == (KNATIVE["ksvc"].group, KNATIVE["ksvc"].resource)


def _is_bad(raw: Mapping[str, Any], name: str) -> bool:
    """Whether a condition is there and not True."""
    return any(str(condition.get("status")).lower() != "true" for condition in _conditions(raw, name))


def condition_words(raw: Mapping[str, Any], name: str) -> str:
    """Returns a condition's reason and message; empty: there is no such condition, or it says nothing.

    Example:
        >>> said = {"type": "Ready", "status": "False", "reason": "RevisionFailed", "message": "no such image"}
        >>> condition_words({"status": {"conditions": [said]}}, "Ready")
        'RevisionFailed: no such image'
    """
    for condition in _conditions(raw, name):
        words = [str(condition[key]) for key in ("reason", "message") if condition.get(key)]
        text = ": ".join(words)
        return text if len(text) <= _LONGEST_MESSAGE else f"{text[: _LONGEST_MESSAGE - 1]}…"
    return ""


def _conditions(raw: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    for condition in map(mapping, sequence(mapping(raw.get("status")).get("conditions"))):
        if str(condition.get("type")).lower() == name.lower():
            yield condition
