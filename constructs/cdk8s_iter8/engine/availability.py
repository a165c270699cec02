"""Whether an object of a version may get requests: the rule for each type."""

from cdk8s_iter8.cluster.marks import FINALIZER
from cdk8s_iter8.engine.observed_object import Condition, ObservedObject
from cdk8s_iter8.iter8.resource_type import SERVED, SERVED_KNATIVE, ResourceType

_KSVC = SERVED_KNATIVE["ksvc"].group_resource
_NOTHING_TO_SERVE = "RevisionMissing"
"""The reason while no revision is ready (Knative serving pkg/apis/serving/v1/route_lifecycle.go)."""


def unavailable_because(seen: ObservedObject | None, resource_type: ResourceType) -> str:
    """Says why an object is unavailable; an empty text if it is available.

    An object is available when it exists, is not being deleted, and every condition of its type is True for its newest
    generation (Iter8 controllers/routemap.go, `getAvailableVersions` and `conditionsSatisfied`). The condition
    ``RoutesReady`` of a Knative Service has a rule of its own: Knative serves it (docs/engine.md, "When a version is
    available").

    Args:
        seen: The object, None if there is none with the label ``iter8.tools/watch: "true"``.
        resource_type: Its type, with the conditions.

    Example:
        >>> unavailable_because(None, ResourceType("", "v1", "services"))
        'does not exist'
    """
    if seen is None:
        return "does not exist"
    if seen.deleting:
        return "is being deleted"
    for condition in resource_type.conditions:
        states = seen.conditions.get(condition.lower(), ())
        if not states:
            return f"has no condition {condition}"
        served = resource_type.group_resource == _KSVC and condition.lower() == SERVED.lower()
        for state in states:
            reason = _unserved_because(seen, state) if served else _unready_because(seen, state)
            if reason:
                return f"condition {condition} {reason}"
    return ""


def _unready_because(seen: ObservedObject, condition: Condition) -> str:
    if _is_old(condition.observed_generation, seen.generation):
        return "is about an older generation"
    return "" if condition.status.lower() == "true" else f"is {condition.status[:20]}"


def _unserved_because(seen: ObservedObject, routes: Condition) -> str:
    # A new generation changes nothing that is served until its revision is ready. Then RoutesReady is Unknown for about
    # a second, while requests move from the old revision to the new one and both serve. It is Unknown in the same words
    # before the first revision is served; but then the object is in no route yet, so it does not have the finalizer.
    status = routes.status.lower()
    moving = status == "unknown" and routes.reason != _NOTHING_TO_SERVE and FINALIZER in seen.finalizers
    return "" if status == "true" or moving else f"is {routes.status[:20]}"


def _is_old(observed: int | None, generation: int | None) -> bool:
    return observed is not None and generation is not None and observed < generation
