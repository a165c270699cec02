"""Whether an object of a version may get requests: the rule for each type."""

from cdk8s_iter8.engine.observed_object import ObservedObject
from cdk8s_iter8.iter8.resource_type import ResourceType


def unavailable_because(seen: ObservedObject | None, resource_type: ResourceType) -> str:
    """Says why an object is unavailable; an empty text if it is available.

    An object is available when it exists, is not being deleted, and every condition of its type is True for its newest
    generation (Iter8 controllers/routemap.go, `getAvailableVersions` and `conditionsSatisfied`).

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
        found = seen.conditions.get(condition.lower(), ())
        if not found:
            return f"has no condition {condition}"
        for each in found:
            if _is_old(each.observed_generation, seen.generation):
                return f"condition {condition} is about an older generation"
            if each.status.lower() != "true":
                return f"condition {condition} is {each.status[:20]}"
    return ""


def _is_old(observed: int | None, generation: int | None) -> bool:
    return observed is not None and generation is not None and observed < generation
