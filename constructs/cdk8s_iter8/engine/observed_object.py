"""What the controller keeps of an object of a version: what availability, weight and draining need, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass

from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey
from cdk8s_iter8.cluster.marks import WEIGHT_ANNOTATION


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of an object's status.

    Attributes:
        status: ``True``, ``False`` or ``Unknown``, as the object has it.
        observed_generation: The generation that it is about, if the object says so.
        reason: Why, in a word of the object's own controller.
    """

    status: str
    observed_generation: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ObservedObject:
    """An object of a version.

    Attributes:
        key: Its type, namespace and name.
        uid: Its uid.
        generation: The generation of its spec; None where the type has none.
        deleting: Whether it has a deletion timestamp.
        finalizers: Its finalizers, in order.
        weight: The annotation ``iter8.tools/weight``, as text.
        conditions: Its conditions by type in lower case; those that the configuration names.
    """

    key: ObjectKey
    uid: str
    generation: int | None
    deleting: bool
    finalizers: tuple[str, ...]
    weight: str | None
    conditions: Mapping[str, tuple[Condition, ...]]


def observe(raw: Object, gvr: GVR, wanted: frozenset[str]) -> ObservedObject:
    """Takes what matters from an object.

    Args:
        raw: The object.
        gvr: Its type.
        wanted: Types of conditions to keep, in lower case.

    Example:
        >>> raw = {"metadata": {"name": "a", "namespace": "b", "uid": "c"},
        ...        "status": {"conditions": [{"type": "Ready", "status": "True"}]}}
        >>> observe(raw, GVR("", "v1", "pods"), frozenset({"ready"})).conditions["ready"][0].status
        'True'
    """
    metadata = raw["metadata"]
    return ObservedObject(
        key=ObjectKey(gvr, metadata["namespace"], metadata["name"]),
        uid=metadata["uid"],
        generation=metadata.get("generation"),
        deleting="deletionTimestamp" in metadata,
        finalizers=tuple(metadata.get("finalizers") or ()),
        weight=(metadata.get("annotations") or {}).get(WEIGHT_ANNOTATION),
        conditions=_conditions(raw.get("status"), wanted) if wanted else {},
    )


def _conditions(status: object, wanted: frozenset[str]) -> dict[str, tuple[Condition, ...]]:
    if not isinstance(status, dict) or not isinstance(status.get("conditions"), list):
        return {}
    whole = _number(status.get("observedGeneration"))
    conditions: dict[str, tuple[Condition, ...]] = {}
    for stated in status["conditions"]:
        if not isinstance(stated, dict) or not isinstance(stated.get("type"), str):
            continue
        name = stated["type"].lower()
        if name in wanted and isinstance(stated.get("status"), str):
            own = _number(stated.get("observedGeneration"))
            reason = stated["reason"] if isinstance(stated.get("reason"), str) else ""
            condition = Condition(stated["status"], whole if own is None else own, reason)
            conditions[name] = (*conditions.get(name, ()), condition)
    return conditions


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
