"""Reads a VirtualService back: who answers which requests, as Istio's documentation says; knows nothing of routers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Object = Mapping[str, Any]


@dataclass(frozen=True)
class Target:
    """Where requests go: all that Istio is told of it."""

    host: str
    port: int | None = None
    request_headers: tuple[tuple[str, str], ...] = ()
    removed_headers: tuple[str, ...] = ()
    path: str | None = None
    version: str | None = None
    """What the response header `app-version` says."""


@dataclass(frozen=True)
class RoutedRule:
    """One entry of `http`: shares and mirrors are percentages."""

    name: str | None
    clauses: tuple[Object, ...] = ()
    shares: Mapping[Target, Fraction] = field(default_factory=dict)
    mirrors: Mapping[Target, Fraction] = field(default_factory=dict)
    cookies: Mapping[Target, str] = field(default_factory=dict)


class RouteError(ValueError):
    """Istio refuses the route, or nobody would answer."""


def rules(virtual_service: Object) -> list[RoutedRule]:
    """Who answers which requests, rule by rule; the first whose clauses a request meets takes it."""
    found = [_rule(entry) for entry in virtual_service["spec"]["http"]]
    if not found or any(not rule.clauses for rule in found[:-1]) or found[-1].clauses:
        raise RouteError("the last rule, and no other, is for every request")
    return found


def _rule(entry: Object) -> RoutedRule:
    if entry.get("match") == [] or any(not clause for clause in entry.get("match", [])):
        raise RouteError("an empty match")
    if unknown := entry.keys() - {"name", "match", "route", "rewrite", "mirrors", "mirror", "mirrorPercentage"}:
        raise RouteError(f"what is {unknown}?")
    path = entry.get("rewrite", {}).get("uri")
    return RoutedRule(
        name=entry.get("name"),
        clauses=tuple(entry.get("match", [])),
        shares=_shares(entry["route"], path),
        mirrors=dict(_mirrors(entry)),
        cookies=dict(_cookies(entry["route"], path)),
    )


def _shares(route: list[Object], path: str | None) -> dict[Target, Fraction]:
    if not route:
        raise RouteError("a route without destination")
    if len(route) == 1:
        return {_target(route[0], path): Fraction(100)}
    weights = [(_target(each, path), each.get("weight", 0)) for each in route]
    total = sum(weight for _, weight in weights)
    if not total or len(dict(weights)) < len(weights):
        raise RouteError("no weight, or one destination twice")
    return {target: Fraction(100 * weight, total) for target, weight in weights if weight}


def _target(destination: Object, path: str | None) -> Target:
    headers = destination.get("headers", {})
    request, response = headers.get("request", {}), headers.get("response", {})
    address = _address(destination["destination"])
    if unknown := request.keys() - {"set", "remove"}:
        raise RouteError(f"{unknown} of request headers: a Host that is added stands beside the old one")
    return Target(
        host=address.host,
        port=address.port,
        request_headers=tuple(sorted((name, _literal(value)) for name, value in request.get("set", {}).items())),
        removed_headers=tuple(request.get("remove", [])),
        path=path,
        version=response.get("add", {}).get("app-version"),
    )


def _address(destination: Object) -> Target:
    return Target(destination["host"], destination.get("port", {}).get("number"))


def _mirrors(entry: Object) -> Iterator[tuple[Target, Fraction]]:
    if "mirror" in entry:
        yield _address(entry["mirror"]), Fraction(entry.get("mirrorPercentage", {}).get("value", 100))
    for each in entry.get("mirrors", []):
        percent = Fraction(each.get("percentage", {}).get("value", 100))
        if not 0 <= percent <= 100:
            raise RouteError(f"{percent} percent")
        if percent:
            yield _address(each["destination"]), percent


def _cookies(route: list[Object], path: str | None) -> Iterator[tuple[Target, str]]:
    for each in route:
        if cookie := each.get("headers", {}).get("response", {}).get("add", {}).get("set-cookie"):
            yield _target(each, path), _literal(cookie)


def _literal(value: str) -> str:
    """Envoy reads %NAME% in a header's value as a variable and %% as a percent sign."""
    if "%" in value.replace("%%", ""):
        raise RouteError(f"a variable in the header value {value}")
    return value.replace("%%", "%")
