"""What an apply would do to an object: make it, change fields, or leave it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from cdk8s_iter8.cluster.api_error import FieldConflict
from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.validation.problem import Path

LAST_APPLIED: Final = "kubectl.kubernetes.io/last-applied-configuration"
_OF_THE_SERVER = {"creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid"}


class Action(Enum):
    """What would be done to an object."""

    MADE = "made"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    PRUNED = "pruned"
    REFUSED = "refused"


class Absent:
    """Stands for a field that is not there: null is a value."""

    def __repr__(self) -> str:
        return "absent"


ABSENT: Final = Absent()


@dataclass(frozen=True)
class FieldChange:
    """A field that would change.

    Attributes:
        path: The field.
        before: Its value now; `ABSENT`: it is not there.
        after: Its value then; `ABSENT`: it is gone.
    """

    path: Path
    before: Any
    after: Any


@dataclass(frozen=True)
class ObjectDifference:
    """What would be done to an object.

    Attributes:
        key: The object.
        action: What would be done.
        changes: The fields that would change.
        conflicts: The fields that another field manager owns; an apply is refused unless it is told to take them.
        refusal: Why the API server refuses it; empty: it does not.
        owner: Who else the object belongs to; an apply leaves it unless it is told to adopt it. Empty: nobody.
    """

    key: ObjectKey
    action: Action
    changes: tuple[FieldChange, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()
    refusal: str = ""
    owner: str = ""


def object_difference(
    key: ObjectKey, before: Object | None, after: Object, conflicts: tuple[FieldConflict, ...] = ()
) -> ObjectDifference:
    """Compares an object with what the API server says it would be.

    Args:
        key: The object.
        before: The object now; None: there is none.
        after: The server's answer to the dry run.
        conflicts: The fields that another field manager owns.

    Example:
        >>> from cdk8s_iter8.cluster.keys import CONFIG_MAPS
        >>> key = ObjectKey(CONFIG_MAPS, "default", "hello")
        >>> object_difference(key, {"data": {"a": "1"}}, {"data": {"a": "2"}}).changes
        (FieldChange(path=('data', 'a'), before='1', after='2'),)
    """
    if before is None:
        return ObjectDifference(key, Action.MADE, conflicts=conflicts)
    changes = tuple(field_changes(_declared(before), _declared(after)))
    return ObjectDifference(key, Action.CHANGED if changes else Action.UNCHANGED, changes, conflicts)


def _declared(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Returns an object without what the API server and controllers write."""
    metadata = {key: value for key, value in (raw.get("metadata") or {}).items() if key not in _OF_THE_SERVER}
    annotations = {key: value for key, value in (metadata.get("annotations") or {}).items() if key != LAST_APPLIED}
    metadata.pop("annotations", None)
    if annotations:
        metadata["annotations"] = annotations
    others = {key: value for key, value in raw.items() if key not in ("apiVersion", "kind", "status")}
    return {**others, "metadata": metadata}


def field_changes(before: Any, after: Any, path: Path = ()) -> Iterator[FieldChange]:
    """Yields the fields that differ. Mappings are compared by key, lists by position, down to single values.

    Args:
        before: What is there.
        after: What would be there.
        path: Where both stand.
    """
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from field_changes(before.get(key, ABSENT), after.get(key, ABSENT), (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        for index in range(max(len(before), len(after))):
            old, new = (side[index] if index < len(side) else ABSENT for side in (before, after))
            yield from field_changes(old, new, (*path, index))
    elif isinstance(before, dict | list) and before and after is ABSENT:
        yield from field_changes(before, type(before)(), path)
    elif isinstance(after, dict | list) and after and before is ABSENT:
        yield from field_changes(type(after)(), after, path)
    elif before != after or isinstance(before, bool) is not isinstance(after, bool):
        yield FieldChange(path, before, after)
