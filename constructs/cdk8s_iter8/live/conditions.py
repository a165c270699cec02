"""The conditions in an object's status: their words, and whether they are True."""

from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.live.route_rules import mapping, sequence

_LONGEST_MESSAGE = 400


def conditions(raw: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """Yields an object's conditions of a type, whose upper and lower case does not matter.

    Args:
        raw: The object in the cluster.
        name: The type, such as ``Ready``.
    """
    for condition in map(mapping, sequence(mapping(raw.get("status")).get("conditions"))):
        if str(condition.get("type")).lower() == name.lower():
            yield condition


def is_bad(raw: Mapping[str, Any], name: str) -> bool:
    """Returns whether a condition is there and not True."""
    return any(str(condition.get("status")).lower() != "true" for condition in conditions(raw, name))


def condition_words(raw: Mapping[str, Any], name: str) -> str:
    """Returns a condition's reason and message; empty: there is no such condition, or it says nothing.

    Example:
        >>> said = {"type": "Ready", "status": "False", "reason": "RevisionFailed", "message": "no such image"}
        >>> condition_words({"status": {"conditions": [said]}}, "Ready")
        'RevisionFailed: no such image'
    """
    for condition in conditions(raw, name):
        words = [str(condition[key]) for key in ("reason", "message") if condition.get(key)]
        text = ": ".join(words)
        return text if len(text) <= _LONGEST_MESSAGE else f"{text[: _LONGEST_MESSAGE - 1]}…"
    return ""
