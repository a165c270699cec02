"""Whether requests meet a Gateway API HTTPRouteMatch, and which rule takes them: as the API's documentation says."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tests.support.istio_request import Request

Clause = Mapping[str, Any]
EVERY: Clause = {"path": {"type": "PathPrefix", "value": "/"}}


def taking(request: Request, rules: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The rule that takes a request: that of the most specific clause which it meets; of equals the first."""
    met = [
        (specificity(clause), -position, rule)
        for position, rule in enumerate(rules)
        for clause in rule.get("matches", (EVERY,))
        if meets(request, clause)
    ]
    return max(met, key=lambda candidate: candidate[:2])[2]


def specificity(clause: Clause) -> tuple[bool, int, bool, int, int]:
    """Exact path, then the longest prefix, then a method, then the most headers, then the most query parameters."""
    path = {**EVERY["path"], **clause.get("path", {})}
    length = len(path["value"].rstrip("/")) if path["type"] == "PathPrefix" else 0
    headers, query = clause.get("headers", ()), clause.get("queryParams", ())
    return path["type"] == "Exact", length, "method" in clause, len(headers), len(query)


def meets(request: Request, clause: Clause) -> bool:
    """Whether a request meets every condition of a clause."""
    path = {**EVERY["path"], **clause.get("path", {})}
    return (
        _path(request.path, path["type"], path["value"])
        and clause.get("method", request.method) == request.method
        and all(
            _equals(request.headers.get(condition["name"].lower()), condition)
            for condition in clause.get("headers", ())
        )
        and all(_equals(request.query.get(condition["name"]), condition) for condition in clause.get("queryParams", ()))
    )


def _path(path: str, kind: str, value: str) -> bool:
    if kind == "PathPrefix":
        return f"{path}/".startswith(f"{value.rstrip('/')}/")
    return path == value if kind == "Exact" else re.fullmatch(value, path) is not None


def _equals(text: str | None, condition: Mapping[str, str]) -> bool:
    if text is None:
        return False
    if condition.get("type", "Exact") == "RegularExpression":
        return re.fullmatch(condition["value"], text) is not None
    return text == condition["value"]
