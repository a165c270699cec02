"""Requests, and whether they meet an Istio HTTPMatchRequest: as Istio's and Envoy's documentation say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Clause = Mapping[str, Any]


@dataclass(frozen=True)
class Request:
    """A request; header names in lower case."""

    path: str = "/"
    method: str = "GET"
    scheme: str = "http"
    authority: str = "hello.default"
    port: int = 80
    gateway: str = "mesh"
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    source_labels: Mapping[str, str] = field(default_factory=dict)
    source_namespace: str = "default"


def meets(request: Request, clause: Clause) -> bool:
    """Whether a request meets every condition of a clause."""
    conditions = {key: value for key, value in clause.items() if key not in ("name", "statPrefix", "ignoreUriCase")}
    ignore_case = bool(clause.get("ignoreUriCase"))
    return all(_meets(request, key, value, ignore_case=ignore_case) for key, value in conditions.items())


def _meets(request: Request, key: str, value: Any, *, ignore_case: bool) -> bool:
    match key:
        case "uri":
            return _equals(request.path, value, ignore_case=ignore_case)
        case "method" | "scheme" | "authority":
            return _equals(getattr(request, key), value)
        case "headers":
            return all(_present(request.headers.get(name.lower()), string) for name, string in value.items())
        case "queryParams":
            return all(_present(request.query.get(name), string) for name, string in value.items())
        case "withoutHeaders":
            return not any(_forbidden(request.headers.get(name.lower()), string) for name, string in value.items())
        case "port":
            return bool(request.port == value)
        case "gateways":
            return request.gateway in value
        case "sourceLabels":
            return bool(request.source_labels.items() >= value.items())
        case "sourceNamespace":
            return bool(request.source_namespace == value)
    raise AssertionError(f"unknown condition {key}")


def _present(text: str | None, string: Mapping[str, str]) -> bool:
    return text is not None and (not string or _equals(text, string))


def _forbidden(text: str | None, string: Mapping[str, str]) -> bool:
    # Istio has a missing header compared as an empty one, unless only its presence counts.
    return _equals(text or "", string) if string else text is not None


def _equals(text: str, string: Mapping[str, str], *, ignore_case: bool = False) -> bool:
    [(kind, value)] = string.items()
    if kind == "regex":
        return re.fullmatch(value, text) is not None
    if ignore_case:
        text, value = text.lower(), value.lower()
    return text == value if kind == "exact" else text.startswith(value)
