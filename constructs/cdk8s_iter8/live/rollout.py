"""Whether a Deployment has rolled out what was applied last, by the rule of ``kubectl rollout status``."""

from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.live.conditions import condition_words, conditions
from cdk8s_iter8.live.route_rules import mapping

_PROGRESSING, _FAILURE = "Progressing", "ReplicaFailure"


def unfinished_because(raw: Mapping[str, Any]) -> str:
    """Says what a rollout still waits for; an empty text if it is complete (kubectl pkg/polymorphichelpers).

    Args:
        raw: The Deployment in the cluster.

    Example:
        >>> raw = {"metadata": {"generation": 2}, "spec": {"replicas": 3}}
        >>> unfinished_because(raw | {"status": {"observedGeneration": 2, "replicas": 4, "updatedReplicas": 1}})
        'new pods: 1 of 3'
    """
    status = mapping(raw.get("status"))
    if _number(status, "observedGeneration") < _number(mapping(raw.get("metadata")), "generation"):
        return "Kubernetes has not seen it yet"
    if any(condition.get("status") == "False" for condition in conditions(raw, _PROGRESSING)):
        return condition_words(raw, _PROGRESSING) or f"condition {_PROGRESSING} is False"
    waits = _waits_for(mapping(raw.get("spec")), status)
    failure = condition_words(raw, _FAILURE)
    return f"{waits}; {failure}" if waits and failure else waits


def _waits_for(spec: Mapping[str, Any], status: Mapping[str, Any]) -> str:
    wanted = _number(spec, "replicas")
    pods, new, available = (_number(status, key) for key in ("replicas", "updatedReplicas", "availableReplicas"))
    if new < wanted:
        return f"new pods: {new} of {wanted}"
    if pods > new:
        unavailable = _number(status, "unavailableReplicas")
        more = f"; pods that are not available: {unavailable}" if unavailable else ""
        return f"old pods that are still there: {pods - new}{more}"
    if available < new:
        return f"new pods that are available: {available} of {new}"
    return ""


def _number(fields: Mapping[str, Any], name: str) -> int:
    value = fields.get(name)
    return value if isinstance(value, int) else 0
