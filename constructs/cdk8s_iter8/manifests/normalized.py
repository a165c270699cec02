"""Normalizes a Kubernetes object as cdk8s does: leaves out empty keys, and sorts the others."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

_FIRST = ("apiVersion", "kind", "metadata")
# In a JavaScript object, keys of this form come first, in the order of their numbers.
_INDEX = re.compile("0|[1-9][0-9]{0,9}")
_MOST_INDICES = 2**32 - 1


def normalized(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Returns a manifest as cdk8s emits it (`ApiObject.toJson`).

    Keys are sorted, but `apiVersion`, `kind` and `metadata` come first. Keys whose value is None are left out. In the
    metadata, empty lists and mappings are left out too.

    Args:
        manifest: The object. It stays as it is.

    Example:
        >>> normalized({"spec": {"b": None, "a": []}, "metadata": {"name": "app", "labels": {}}, "kind": "Job"})
        {'kind': 'Job', 'metadata': {'name': 'app'}, 'spec': {'a': []}}
    """
    whole = {
        key: _without_empty(value) if key == "metadata" else _without_none(value) for key, value in manifest.items()
    }
    return {key: whole[key] for key in (*_FIRST, *in_order(whole.keys() - _FIRST)) if whole.get(key) is not None}


def in_order(keys: Iterable[str]) -> list[str]:
    """Returns keys of a mapping in the order in which cdk8s emits them.

    JavaScript compares UTF-16 code units, and puts keys that could be indices of an array in front.

    Example:
        >>> in_order(["b", "B", "10", "9", "01", "a"])
        ['9', '10', '01', 'B', 'a', 'b']
    """
    return sorted(keys, key=_place)


@lru_cache(maxsize=1024)
def _place(key: str) -> tuple[int, bytes]:
    if _INDEX.fullmatch(key) and int(key) < _MOST_INDICES:
        return int(key), b""
    return _MOST_INDICES, key.encode("utf-16-be", "surrogatepass")


def _without_none(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_none(value[key]) for key in in_order(value) if value[key] is not None}
    if isinstance(value, list | tuple):
        return [_without_none(item) for item in value]
    return value


def _without_empty(value: Any) -> Any:
    """Returns the value without empty mappings and lists; None if nothing is left. Items of a list stay, as None."""
    if isinstance(value, Mapping):
        kept = ((key, _without_empty(value[key])) for key in in_order(value))
        return {key: value for key, value in kept if value is not None} or None
    if isinstance(value, list | tuple):
        return [_without_empty(item) for item in value] or None
    return value
