"""Takes over the fields of an object that `kubectl apply` or Helm has made."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.cluster.marks import FIELD_MANAGER
from cdk8s_iter8.live.conflict import CLIENT_SIDE_APPLY
from cdk8s_iter8.live.owner import HELM_NAME, HELM_NAMESPACE

LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"


def adoption(raw: Mapping[str, Any]) -> list[Object]:
    """Returns the JSON patch that makes an object's fields this project's; empty: there is nothing to take over.

    Fields of a plain ``kubectl apply`` become applied fields of this project, just as ``kubectl apply --server-side``
    makes them its own. Then the apply removes a field that the values no longer have. The annotation
    ``last-applied-configuration`` stays, for the next plain ``kubectl apply``. Helm's annotations go, so that Helm does
    not take the object for its own.

    Args:
        raw: The object in the cluster.
    """
    steps = [*_managed_fields(raw), *_helm(raw)]
    if not steps:
        return []
    version = raw["metadata"]["resourceVersion"]
    return [{"op": "test", "path": "/metadata/resourceVersion", "value": version}, *steps]


def taken_over(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """Returns what is taken over of an object, in words."""
    metadata = raw["metadata"]
    helm = tuple(name for name in (HELM_NAME, HELM_NAMESPACE) if name in (metadata.get("annotations") or {}))
    said = ("the fields of kubectl apply",) if _of_kubectl(metadata.get("managedFields") or ()) else ()
    return said + tuple(f"annotation {name} goes" for name in helm)


def _helm(raw: Mapping[str, Any]) -> Iterator[Object]:
    for name in (HELM_NAME, HELM_NAMESPACE):
        if name in (raw["metadata"].get("annotations") or {}):
            yield {"op": "remove", "path": f"/metadata/annotations/{name.replace('/', '~1')}"}


_LEFT: Final[Object] = {"f:metadata": {"f:annotations": {f"f:{LAST_APPLIED}": {}}}}
"""What kubectl keeps. A field with an owner holds the annotations together: an apply that gives up its last one would
take away all that nobody owns, such as those of a webhook (structured-merge-diff, `addBackDanglingItems`)."""


def _of_kubectl(managed: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [
        entry
        for entry in managed
        if entry.get("manager") == CLIENT_SIDE_APPLY
        and entry.get("operation") == "Update"
        and not entry.get("subresource")
        and entry.get("fieldsV1") != _LEFT
    ]


def _managed_fields(raw: Mapping[str, Any]) -> Iterator[Object]:
    managed: Sequence[Mapping[str, Any]] = raw["metadata"].get("managedFields") or ()
    theirs = _of_kubectl(managed)
    if not theirs:
        return
    ours = [entry for entry in managed if entry.get("manager") == FIELD_MANAGER and entry.get("operation") == "Apply"]
    fields: Object = {}
    for entry in (*ours, *theirs):
        fields = _union(fields, entry.get("fieldsV1") or {})
    annotations = fields.get("f:metadata", {}).get("f:annotations", {})
    left = [{**theirs[0], "fieldsV1": _LEFT}] if annotations.pop(f"f:{LAST_APPLIED}", None) is not None else []
    entry = {**(ours or theirs)[0], "manager": FIELD_MANAGER, "operation": "Apply", "fieldsV1": fields}
    rest = [entry for entry in managed if entry not in ours and entry not in theirs]
    yield {"op": "replace", "path": "/metadata/managedFields", "value": [*rest, *left, entry]}


def _union(one: Mapping[str, Any], other: Mapping[str, Any]) -> Object:
    """Returns the fields of both."""
    merged: Object = {key: _union(value, {}) for key, value in one.items()}
    for key, value in other.items():
        merged[key] = _union(merged.get(key, {}), value)
    return merged
