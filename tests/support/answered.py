"""Who answers a request that meets a route, and who gets copies."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.support import gateway_request, istio_request
from tests.support.istio_request import Request
from tests.support.routed import RoutedRule, Target, rules

Json = Mapping[str, Any]
LOCAL_GATEWAY = Target("knative-local-gateway.istio-system.svc.cluster.local")


@dataclass
class Answered:
    """Percent of a request's likes, by the name that answers say; where they go; whom copies go to."""

    shares: dict[str, float] = field(default_factory=dict)
    mirrors: dict[str, float] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    """Host, port, the Host header and the path that each one's requests arrive with."""


def answered(request: Request, route: Json) -> Answered:
    """Follows a request through a VirtualService or an HTTPRoute."""
    rule, result = _taking(request, route), Answered()
    for target, share in rule.shares.items():
        sent = dict(target.request_headers)
        version = target.version
        if "branch" in sent:
            back = _second_pass(request, route, target)
            [(version, _)] = back.shares.items()
            result.places |= back.places
        else:
            assert version
            host, path = sent.get("Host", request.authority), target.path or request.path
            result.places[version] = f"{_place(target)} {host} {path} {sent.get('mm-vmodel-id', '')}".strip()
        result.shares[version] = float(share)
        if target in rule.cookies:
            result.cookies[version] = rule.cookies[target]
    result.mirrors = {_place(target): float(percent) for target, percent in rule.mirrors.items()}
    return result


def _taking(request: Request, route: Json) -> RoutedRule:
    read = rules(route)
    if route["kind"] == "HTTPRoute":
        entries: list[Json] = route["spec"]["rules"]
        return read[entries.index(gateway_request.taking(request, entries))]
    return next(
        rule
        for rule in read
        if not rule.clauses or any(istio_request.meets(request, clause) for clause in rule.clauses)
    )


def _second_pass(request: Request, route: Json, target: Target) -> Answered:
    """A marked request comes back through Knative's local gateway, if the route is bound to it and has its host."""
    sent, gateway = dict(target.request_headers), "knative-serving/knative-local-gateway"
    assert replace(target, request_headers=(), version=None) == LOCAL_GATEWAY
    assert gateway in route["spec"]["gateways"]
    assert sent["host"] in route["spec"]["hosts"]
    headers = {**request.headers, "branch": sent["branch"]}
    back = answered(replace(request, headers=headers, authority=sent["host"], gateway=gateway), route)
    assert back.shares == {sent["branch"]: 100}, "a marked request goes to its branch"
    return back


def _place(target: Target) -> str:
    return f"{target.host}:{target.port}" if target.port else target.host
