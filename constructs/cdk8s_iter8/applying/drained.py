"""Tells whether a route still gives requests to an object."""

import re
from collections.abc import Iterator, Mapping
from typing import Any


def gives(route: Mapping[str, Any], name: str) -> bool:
    """Tells whether a route may give requests, or copies of them, to an object.

    Every text of the route that names the object counts, except in destinations of weight 0. So no environment is
    forgotten: its hosts, headers and paths all have the object's name in them.

    Args:
        route: The route, as the API server has it.
        name: The object's name; names that are made of it count as well: those of the Service that copies go to
            (``-mirror``), and of KServe's hosts (``-predictor``).

    Example:
        >>> spec = {"http": [{"route": [{"destination": {"host": "hello-0.default.svc"}, "weight": 90},
        ...                             {"destination": {"host": "hello-1.default.svc"}, "weight": 0}]}]}
        >>> gives({"spec": spec}, "hello-0"), gives({"spec": spec}, "hello-1")
        (True, False)
    """
    pattern = re.compile(rf"(?<![-a-z0-9]){re.escape(name)}(-mirror|-predictor(-default)?)?(?![-a-z0-9])")
    return any(pattern.search(text) for text in _texts(route.get("spec"), ""))


def _texts(node: object, key: str) -> Iterator[str]:
    if isinstance(node, str):
        if key not in ("hosts", "app-version"):
            yield node
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _texts(value, name)
    elif isinstance(node, list):
        counted = [item for item in node if not (len(node) > 1 and isinstance(item, dict) and item.get("weight") == 0)]
        for item in counted:
            yield from _texts(item, key)
