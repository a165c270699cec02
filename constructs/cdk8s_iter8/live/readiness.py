"""Why an object of a version is not ready, or not up to date, in the words of who sets its conditions.

Ready is what the controller that serves the release calls available, with the conditions of its configuration.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.marks import WATCH_LABEL
from cdk8s_iter8.engine.availability import unavailable_because
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.engine.routemap import VersionResource
from cdk8s_iter8.iter8.resource_type import KNATIVE, SHIPPED, ResourceType
from cdk8s_iter8.live.conditions import condition_words, is_bad
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.rollout import unfinished_because

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
    more = KNATIVE["ksvc"].conditions if resource.type.group_resource == KNATIVE["ksvc"].group_resource else ()
    told = dict.fromkeys(
        condition_words(raw, condition) for condition in (*more, *resource.type.conditions) if is_bad(raw, condition)
    )
    return "; ".join(filter(None, told)) or f"{named} {because}"


def outdated_because(resource: VersionResource, raw: Object | None) -> str:
    """Says why an object that is ready does not serve what was applied last; an empty text if it does.

    A Knative Service that is judged by ``RoutesReady`` is ready while an older revision serves, and a Deployment is
    ``Available`` while old pods serve.

    Args:
        resource: The object in the routemap.
        raw: The object in the cluster; None: there is none.
    """
    named = f"{kind_words(resource.key.gvr)} {resource.key.name}"
    if raw is None:
        return ""
    if resource.type.group_resource == SHIPPED["deploy"].group_resource:
        because = unfinished_because(raw)
        return f"{named} does not serve its newest pods: {because}" if because else ""
    if resource.type.group_resource != KNATIVE["ksvc"].group_resource:
        return ""
    because = _unavailable_because(raw, resource, KNATIVE["ksvc"])
    if not because:
        return ""
    words = "" if because.endswith(" generation") else condition_words(raw, *KNATIVE["ksvc"].conditions)
    return f"{named} does not serve its newest revision: {words or because}"


def _unavailable_because(raw: Object, resource: VersionResource, judged: ResourceType) -> str:
    wanted = frozenset(condition.lower() for condition in judged.conditions)
    return unavailable_because(observe(raw, resource.key.gvr, wanted), judged)
