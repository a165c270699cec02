"""Fields that an apply drops because a plain ``kubectl apply`` has set them and the values no longer have them.

An apply takes these fields over first, as ``kubectl apply --server-side`` does, so that they go. The API server's dry
run does not know of that step.
"""

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.cluster.marks import FIELD_MANAGER
from cdk8s_iter8.live.conflict import CLIENT_SIDE_APPLY
from cdk8s_iter8.live.object_difference import LAST_APPLIED

Fields = Mapping[str, Any]


def without_dropped(after: Object, before: Object, manifest: Mapping[str, Any]) -> Object:
    """Returns what an object would be once the fields are dropped.

    Args:
        after: The server's answer to the dry run.
        before: The object now, with its managed fields.
        manifest: What is applied.
    """
    entries = [entry for entry in before["metadata"].get("managedFields") or () if isinstance(entry, dict)]
    theirs = [entry for entry in entries if _is_plain_apply(entry)]
    if not theirs:
        return after
    others = [entry.get("fieldsV1") or {} for entry in entries if entry not in theirs and not _is_ours(entry)]
    left: Object = copy.deepcopy(after)
    for entry in theirs:
        _drop(entry.get("fieldsV1") or {}, others, left, manifest)
    return left


def _is_plain_apply(entry: Mapping[str, Any]) -> bool:
    return entry.get("manager") == CLIENT_SIDE_APPLY and entry.get("operation") == "Update"


def _is_ours(entry: Mapping[str, Any]) -> bool:
    return entry.get("manager") == FIELD_MANAGER and entry.get("operation") == "Apply"


def _drop(fields: Fields, others: Sequence[Fields], left: Any, wanted: Any) -> None:
    """Drops what `fields` name, `wanted` does not have and nobody else owns; all four stand at one place."""
    for key, inner in fields.items():
        place = _find(key, left)
        if place is None or key == f"f:{LAST_APPLIED}":
            continue
        owners = [owned[key] for owned in others if key in owned]
        has = _find(key, wanted)
        whole = not inner or key.startswith("k:")  # an item of a list goes with what the server has added to it
        if has is None and not owners and whole:
            del left[place]
        elif inner:
            _drop(inner, owners, left[place], None if has is None else wanted[has])
            if has is None and not left[place]:
                del left[place]


def _find(key: str, node: Any) -> Any:
    """Returns where a key of ``fieldsV1`` leads; None: nowhere (structured-merge-diff, PathElement)."""
    kind, _, rest = key.partition(":")
    if kind == "f" and isinstance(node, dict):
        return rest if rest in node else None
    if kind in ("k", "v") and isinstance(node, list):
        wanted = json.loads(rest)
        return next(_positions(kind, wanted, node), None)
    return None


def _positions(kind: str, wanted: Any, items: Sequence[Any]) -> Iterator[int]:
    for index, item in enumerate(items):
        if kind == "v" and item == wanted:
            yield index
        # Keys with a default, such as the protocol of a port, may be missing in what is applied.
        if (
            kind == "k"
            and isinstance(item, dict)
            and all(item.get(key, value) == value for key, value in wanted.items())
        ):
            yield index
