"""Objects of Kubernetes as plain data."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Manifest: TypeAlias = dict[str, Any]
"""An object with the keys of the Kubernetes API: ``apiVersion``, ``kind``, ``metadata`` and the fields of its kind."""


def manifest(api_version: str, kind: str, metadata: Mapping[str, Any], **fields: object) -> Manifest:
    """Makes a manifest.

    Args:
        api_version: API group and version, such as ``apps/v1``.
        kind: The kind, such as ``Deployment``.
        metadata: Name, namespace, labels and annotations; empty labels or annotations are left out.
        **fields: The other fields by name, such as ``spec``.

    Example:
        >>> manifest("v1", "ConfigMap", {"name": "a", "namespace": "b", "labels": {}}, data={"c": "d"})
        {'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'b'}, 'data': {'c': 'd'}}
    """
    present = {key: value for key, value in metadata.items() if value or key not in ("labels", "annotations")}
    return {"apiVersion": api_version, "kind": kind, "metadata": present, **fields}
