"""Who answers a request that meets a route, and who gets copies: read off the object that the controller applies."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.support import gateway_request, istio_request
from tests.support.istio_request import Request

Json = Mapping[str, Any]
LOCAL_GATEWAY = "knative-local-gateway.istio-system.svc.cluster.local"


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
    return _by_http_route(request, route) if route["kind"] == "HTTPRoute" else _by_virtual_service(request, route)


def _by_virtual_service(request: Request, route: Json) -> Answered:
    rule = next(
        rule
        for rule in route["spec"]["http"]
        if "match" not in rule or any(istio_request.meets(request, clause) for clause in rule["match"])
    )
    result = Answered()
    destinations = rule["route"]
    whole = sum(each.get("weight", 1 if len(destinations) == 1 else 0) for each in destinations)
    assert whole > 0, "Istio refuses a rule without weight"
    for each in destinations:
        share = 100 * each.get("weight", whole) / whole
        sent = each["headers"].get("request", {}).get("set", {})
        if "branch" in sent:
            _second_pass(request, route, each, share, result)
            continue
        added = each["headers"]["response"]["add"]
        name = added["app-version"]
        result.shares[name] = share
        host = sent.get("Host", request.authority)
        path = rule.get("rewrite", {}).get("uri", request.path)
        model = sent.get("mm-vmodel-id", "")
        result.places[name] = f"{_place(each['destination'])} {host} {path} {model}".strip()
        if "set-cookie" in added:
            result.cookies[name] = added["set-cookie"]
    for each in rule.get("mirrors", ()):
        result.mirrors[_place(each["destination"])] = each["percentage"]["value"]
    return result


def _second_pass(request: Request, route: Json, destination: Json, share: float, result: Answered) -> None:
    """A marked request comes back through Knative's local gateway, if the route is bound to it and has its host."""
    sent = destination["headers"]["request"]["set"]
    assert destination["destination"] == {"host": LOCAL_GATEWAY}
    assert "knative-serving/knative-local-gateway" in route["spec"]["gateways"]
    assert sent["host"] in route["spec"]["hosts"]
    headers = {**request.headers, "branch": sent["branch"]}
    back = replace(request, headers=headers, authority=sent["host"], gateway="knative-serving/knative-local-gateway")
    [(name, whole)] = _by_virtual_service(back, route).shares.items()
    assert (name, whole) == (sent["branch"], 100), "a marked request goes to its branch"
    result.shares[name] = share
    result.places |= _by_virtual_service(back, route).places
    added = destination["headers"].get("response", {}).get("add", {})
    if "set-cookie" in added:
        result.cookies[name] = added["set-cookie"]


def _place(destination: Json) -> str:
    port = destination.get("port", {}).get("number")
    return f"{destination['host']}:{port}" if port else str(destination["host"])


def _by_http_route(request: Request, route: Json) -> Answered:
    rule = gateway_request.taking(request, route["spec"]["rules"])
    namespace = route["metadata"]["namespace"]
    result = Answered()
    whole = sum(each.get("weight", 1) for each in rule["backendRefs"])
    assert whole > 0, "Gateway API answers with an error if no backend has weight"
    for each in rule["backendRefs"]:
        [modifier] = [one["responseHeaderModifier"]["add"] for one in each["filters"]]
        added = {one["name"]: one["value"] for one in modifier}
        name = added["app-version"]
        result.shares[name] = 100 * each.get("weight", 1) / whole
        result.places[name] = f"{_service(each, namespace)} {request.authority} {request.path}"
        if "set-cookie" in added:
            result.cookies[name] = added["set-cookie"]
    for each in rule.get("filters", ()):
        mirror = each["requestMirror"]
        result.mirrors[_service(mirror["backendRef"], namespace)] = mirror.get("percent", 100)
    return result


def _service(reference: Json, namespace: str) -> str:
    return f"{reference['name']}.{reference.get('namespace', namespace)}.svc.cluster.local:{reference['port']}"
