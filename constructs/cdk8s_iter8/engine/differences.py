"""Where an object in the cluster differs from what would be applied."""

from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.cluster.marks import MANIFEST_ANNOTATION
from cdk8s_iter8.validation.problem import Path, as_text, dotted


def differences(live: Mapping[str, Any], desired: Mapping[str, Any]) -> Iterator[str]:
    """Yields where an object differs from what would be applied; fields that would not be applied are not compared.

    Example:
        >>> list(differences({"spec": {"http": [{"weight": 30}], "more": 1}}, {"spec": {"http": [{"weight": 70}]}}))
        ['spec.http[0].weight: 30 becomes 70']
    """
    for path, now, then in differing(live, desired):
        if path[-1] not in (MANIFEST_ANNOTATION, "ownerReferences"):
            yield f"{dotted(path)}: {'nothing' if now is None else as_text(now)} becomes {as_text(then)}"


def differing(live: Any, desired: Any, path: Path = ()) -> Iterator[tuple[Path, Any, Any]]:
    """Yields the path, the value and the value wanted of each field that differs.

    Args:
        live: What is there.
        desired: What is wanted; fields that it does not have are not compared.
        path: Where both stand.
    """
    if isinstance(desired, dict) and isinstance(live, dict):
        for key, value in desired.items():
            yield from differing(live.get(key), value, (*path, key))
    elif isinstance(desired, list) and isinstance(live, list) and len(live) == len(desired):
        for index, value in enumerate(desired):
            yield from differing(live[index], value, (*path, index))
    elif live != desired:
        yield path, live, desired
