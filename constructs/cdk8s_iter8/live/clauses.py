"""Writes which requests a clause of a route takes, in the words of previews."""

import re
from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.traffic.match import Comparison, Match, StringMatch
from cdk8s_iter8.validation.problem import ValuesError

_ISTIO: dict[str, Comparison] = {"exact": "exact", "prefix": "prefix", "regex": "regex"}
_GATEWAY_API: dict[str, Comparison] = {"Exact": "exact", "PathPrefix": "below", "RegularExpression": "regex"}
# As cdk8s_iter8.routers.istio.match_cookie writes it.
_COOKIE = re.compile(r"\(\.\*;\\s\*\)\?(?P<name>.+?)=(?P<value>.+)\(\\s\*;\.\*\)\?")
_UNKNOWN = "requests that a match chooses which cannot be read"


def istio_clause(clause: Mapping[str, Any]) -> str:
    """Writes an HTTPMatchRequest of Istio in words.

    Example:
        >>> istio_clause({"headers": {"traffic": {"exact": "test"}}, "uri": {"prefix": "/a"}})
        'header traffic = test and uri prefix /a'
    """
    strings = {"headers": "headers", "withoutHeaders": "without_headers", "queryParams": "query_params"}
    singles = ("uri", "scheme", "method", "authority")
    try:
        fields: dict[str, Any] = {
            name: {header: _istio_string(value) for header, value in clause[key].items()}
            for key, name in strings.items()
            if key in clause
        }
        fields |= {key: _istio_string(clause[key]) for key in singles if key in clause}
        if cookie := _cookie(fields.get("headers", {}).get("cookie")):
            del fields["headers"]["cookie"]
        plain = {"port": "port", "sourceLabels": "source_labels", "sourceNamespace": "source_namespace"}
        fields |= {name: clause[key] for key, name in plain.items() if key in clause}
        fields |= {"gateways": tuple(clause["gateways"])} if "gateways" in clause else {}
        return str(Match(**fields, cookie=cookie, ignore_uri_case=clause.get("ignoreUriCase", False)))
    except (ValuesError, LookupError, TypeError, ValueError, AttributeError):
        return _UNKNOWN


def gateway_api_clause(clause: Mapping[str, Any]) -> str:
    """Writes an HTTPRouteMatch of Gateway API in words; empty: it takes every request.

    Example:
        >>> gateway_api_clause({"path": {"type": "PathPrefix", "value": "/"}, "method": "GET"})
        'method = GET'
    """
    try:
        path = clause.get("path", {})
        uri = StringMatch(_GATEWAY_API[path.get("type", "PathPrefix")], path.get("value", "/"))
        fields: dict[str, Any] = {
            name: {
                condition["name"]: StringMatch(_GATEWAY_API[condition.get("type", "Exact")], condition["value"])
                for condition in clause.get(key, [])
            }
            for key, name in (("headers", "headers"), ("queryParams", "query_params"))
        }
        if uri != StringMatch("below", "/"):
            fields["uri"] = uri
        if "method" in clause:
            fields["method"] = StringMatch("exact", clause["method"])
        if cookie := _cookie(fields["headers"].get("cookie")):
            del fields["headers"]["cookie"]
        match = Match(**fields, cookie=cookie)
        return "" if match.is_empty() else str(match)
    except (ValuesError, LookupError, TypeError, ValueError, AttributeError):
        return _UNKNOWN


def _istio_string(value: Mapping[str, Any]) -> StringMatch | None:
    if not value:
        return None
    ((kind, text),) = value.items()
    return StringMatch(_ISTIO[kind], text)


def _cookie(string: StringMatch | None) -> tuple[str, str] | None:
    """Returns the cookie of a rule for users whom a version has answered before."""
    cookie = _COOKIE.fullmatch(string.value) if string and string.kind == "regex" else None
    return (_unescaped(cookie["name"]), _unescaped(cookie["value"])) if cookie else None


def _unescaped(pattern: str) -> str:
    return re.sub(r"\\(.)", r"\1", pattern)
