"""Reads a route back: who answers which requests, as Istio's and Gateway API's documentation say; knows no router.

The comparison with the chart has a reader of its own (tests/comparison/route.py), so that one error is not in both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.support.gateway_request import EVERY

Object = Mapping[str, Any]


@dataclass(frozen=True)
class Target:
    """Where requests go: all that the route says of it."""

    host: str
    port: int | None = None
    request_headers: tuple[tuple[str, str], ...] = ()
    removed_headers: tuple[str, ...] = ()
    path: str | None = None
    version: str | None = None
    """What the response header `app-version` says."""


@dataclass(frozen=True)
class RoutedRule:
    """One rule: shares and mirrors are percentages, cookies are set on the answers of a target."""

    name: str | None
    clauses: tuple[Object, ...] = ()
    shares: Mapping[Target, Fraction] = field(default_factory=dict)
    mirrors: Mapping[Target, Fraction] = field(default_factory=dict)
    cookies: Mapping[Target, str] = field(default_factory=dict)


class RouteError(ValueError):
    """The API refuses the route, or nobody would answer."""


def rules(route: Object) -> list[RoutedRule]:
    """Who answers which requests, rule by rule, in the order of a VirtualService or an HTTPRoute."""
    spec, namespace = route["spec"], route["metadata"].get("namespace", "")
    if route["kind"] == "HTTPRoute":
        read = [_gateway_api_rule(entry, namespace) for entry in spec["rules"]]
    else:
        read = [_istio_rule(entry) for entry in spec["http"]]
    if not read or any(not rule.clauses for rule in read[:-1]) or read[-1].clauses:
        raise RouteError("the last rule, and no other, is for every request")
    return read


def _istio_rule(entry: Object) -> RoutedRule:
    if entry.get("match") == [] or any(not clause for clause in entry.get("match", [])):
        raise RouteError("an empty match")
    if unknown := entry.keys() - {"name", "match", "route", "rewrite", "mirrors", "mirror", "mirrorPercentage"}:
        raise RouteError(f"what is {unknown}?")
    path, route = entry.get("rewrite", {}).get("uri"), entry["route"]
    targets = [_istio_target(destination, path) for destination in route]
    weights = [1] if len(route) == 1 else [destination.get("weight", 0) for destination in route]
    added = [_of_response(destination).get("set-cookie") for destination in route]
    return RoutedRule(
        name=entry.get("name"),
        clauses=tuple(entry.get("match", [])),
        shares=_shares(targets, weights),
        mirrors=dict(_istio_mirrors(entry)),
        cookies={target: _literal(cookie) for target, cookie in zip(targets, added, strict=True) if cookie},
    )


def _shares(targets: Sequence[Target], weights: Sequence[int]) -> dict[Target, Fraction]:
    total = sum(weights)
    if not total or len(set(targets)) < len(targets):
        raise RouteError("no destination, no weight, or one destination twice")
    return {target: Fraction(100 * weight, total) for target, weight in zip(targets, weights, strict=True) if weight}


def _istio_target(destination: Object, path: str | None) -> Target:
    request, address = destination.get("headers", {}).get("request", {}), _address(destination["destination"])
    if unknown := request.keys() - {"set", "remove"}:
        raise RouteError(f"{unknown} of request headers: a Host that is added stands beside the old one")
    return Target(
        host=address.host,
        port=address.port,
        request_headers=tuple(sorted((name, _literal(value)) for name, value in request.get("set", {}).items())),
        removed_headers=tuple(request.get("remove", [])),
        path=path,
        version=_of_response(destination).get("app-version"),
    )


def _of_response(destination: Object) -> Mapping[str, str]:
    added: Mapping[str, str] = destination.get("headers", {}).get("response", {}).get("add", {})
    return added


def _address(destination: Object) -> Target:
    return Target(destination["host"], destination.get("port", {}).get("number"))


def _istio_mirrors(entry: Object) -> Iterator[tuple[Target, Fraction]]:
    if "mirror" in entry:
        yield _address(entry["mirror"]), Fraction(entry.get("mirrorPercentage", {}).get("value", 100))
    for mirror in entry.get("mirrors", []):
        percent = Fraction(mirror.get("percentage", {}).get("value", 100))
        if not 0 <= percent <= 100:
            raise RouteError(f"{percent} percent")
        if percent:
            yield _address(mirror["destination"]), percent


def _literal(value: str) -> str:
    """Envoy reads %NAME% in a header's value as a variable and %% as a percent sign."""
    if "%" in value.replace("%%", ""):
        raise RouteError(f"a variable in the header value {value}")
    return value.replace("%%", "%")


def _gateway_api_rule(entry: Object, namespace: str) -> RoutedRule:
    backends = entry["backendRefs"]
    targets = [_gateway_api_target(backend, namespace) for backend in backends]
    cookies = [_changed(backend, "responseHeaderModifier", "add").get("set-cookie") for backend in backends]
    mirrors = [part["requestMirror"] for part in entry.get("filters", [])]
    clauses = entry.get("matches", [EVERY])  # the API server writes it where there are none
    return RoutedRule(
        name=None,
        clauses=() if EVERY in clauses else tuple(clauses),
        shares=_shares(targets, [backend.get("weight", 1) for backend in backends]),
        mirrors={_service(mirror["backendRef"], namespace): Fraction(mirror.get("percent", 100)) for mirror in mirrors},
        cookies={target: cookie for target, cookie in zip(targets, cookies, strict=True) if cookie},
    )


def _gateway_api_target(backend: Object, namespace: str) -> Target:
    address, filters = _service(backend, namespace), backend.get("filters", [])
    paths = [part["urlRewrite"]["path"]["replaceFullPath"] for part in filters if "urlRewrite" in part]
    removed = [part["requestHeaderModifier"].get("remove", []) for part in filters if "requestHeaderModifier" in part]
    return Target(
        host=address.host,
        port=address.port,
        request_headers=tuple(sorted(_changed(backend, "requestHeaderModifier", "set").items())),
        removed_headers=tuple(name for names in removed for name in names),
        path=paths[0] if paths else None,
        version=_changed(backend, "responseHeaderModifier", "add").get("app-version"),
    )


def _changed(backend: Object, kind: str, how: str) -> dict[str, str]:
    modifiers = [part[kind] for part in backend.get("filters", []) if kind in part]
    if len(modifiers) > 1:
        raise RouteError(f"{kind} stands twice")
    return {one["name"]: one["value"] for modifier in modifiers for one in modifier.get(how, [])}


def _service(reference: Object, namespace: str) -> Target:
    host = f"{reference['name']}.{reference.get('namespace', namespace)}.svc.cluster.local"
    return Target(host, reference["port"])
