"""Routes as an Istio VirtualService."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.routers.backend import Backend, BackendAddress
from cdk8s_iter8.routers.router import Route, Router, with_guard
from cdk8s_iter8.template import Guard, LiveWeight, Node
from cdk8s_iter8.traffic.match import Match, StringMatch, Strings
from cdk8s_iter8.traffic.traffic_plan import TrafficRule

INGRESS_GATEWAY = "istio-ingressgateway.istio-system.svc.cluster.local"


class IstioRouter(Router):
    """Builds a VirtualService (networking.istio.io/v1beta1), named for the application."""

    gvr_short: ClassVar[str] = "vs"
    resource_type: ResourceType = SHIPPED["vs"]
    features: ClassVar[frozenset[str]] = frozenset(("match", "mirror", "cookie"))

    def template(self, route: Route) -> Node:
        """Builds the VirtualService; `mesh` is always one of its gateways."""
        gateways = [*dict.fromkeys((*route.gateways, "mesh"))]
        return {
            "apiVersion": f"{self.resource_type.group}/{self.resource_type.version}",
            "kind": "VirtualService",
            "metadata": {"name": route.name, "namespace": route.namespace},
            "spec": {"gateways": gateways, "hosts": route.hosts, "http": list(self.rules(route))},
        }

    def rules(self, route: Route) -> Iterator[Node]:
        """Yields the entries of ``http``."""
        yield from (with_guard(rule.guard, self.rule(rule, route)) for rule in route.plan.rules)

    def rule(self, rule: TrafficRule, route: Route) -> dict[str, Node]:
        """Builds one entry of ``http``."""
        result: dict[str, Node] = {"name": rule.name}
        if rule.matches:
            result["match"] = [http_match_request(match) for match in rule.matches]
        backends = [route.backends[version] for version in rule.shares]
        cookies = rule.set_cookies or (None,) * len(backends)
        if len(backends) == 1:
            if backends[0].rewrite_uri:
                result["rewrite"] = {"uri": backends[0].rewrite_uri}
            result["route"] = [destination(backends[0], set_cookie=cookies[0])]
        else:
            result["route"] = [
                Guard((version,), destination(backend, set_cookie=set_cookie, weight=LiveWeight(version)))
                for version, backend, set_cookie in zip(rule.shares, backends, cookies, strict=True)
            ]
        if rule.mirrors:
            mirrors = [Guard((version,), _mirror(route.backends[version], version)) for version in rule.mirrors]
            # The whole list has a guard too, because YAML reads a key without items as null.
            result["mirrors"] = Guard(rule.mirrors, mirrors)
        return result


def destination(backend: Backend, *, set_cookie: str | None, weight: LiveWeight | None = None) -> dict[str, Node]:
    """Builds a destination: the address of a version, and the headers that the route sets."""
    request: dict[str, Node] = {}
    if backend.request_headers:
        request["set"] = {name: escape_percent(value) for name, value in backend.request_headers.items()}
    if backend.removed_request_headers:
        request["remove"] = list(backend.removed_request_headers)
    response: dict[str, Node] = {"app-version": backend.name}
    if set_cookie:
        response["set-cookie"] = escape_percent(set_cookie)
    result: dict[str, Node] = {"destination": _address(backend.address)}
    if weight:
        result["weight"] = weight
    result["headers"] = {**({"request": request} if request else {}), "response": {"add": response}}
    return result


def escape_percent(value: str) -> str:
    """Escapes ``%`` in the value of a header, because Envoy reads ``%NAME%`` as a variable."""
    return value.replace("%", "%%")


def _mirror(backend: Backend, version: int) -> dict[str, Node]:
    if not backend.mirror:
        raise ValueError(f"version {backend.name} cannot be mirrored to")
    return {"destination": _address(backend.mirror), "percentage": {"value": LiveWeight(version, at_most=100)}}


def _address(address: BackendAddress) -> dict[str, Node]:
    port: dict[str, Node] = {"port": {"number": address.port}} if address.port else {}
    return {"host": address.host, **port}


def http_match_request(match: Match) -> dict[str, Node]:
    """Writes a clause as Istio's HTTPMatchRequest."""
    result: dict[str, Node] = {}
    if match.name:
        result["name"] = match.name
    for key in ("uri", "scheme", "method", "authority"):
        string: StringMatch | None = getattr(match, key)
        if string:
            result[key] = {string.kind: string.value}
    headers = {**match.headers, **({"cookie": match_cookie(*match.cookie)} if match.cookie else {})}
    for key, strings in (
        ("headers", headers),
        ("queryParams", match.query_params),
        ("withoutHeaders", match.without_headers),
    ):
        if strings:
            result[key] = _strings(strings)
    rest: Mapping[str, Node] = {
        "port": match.port,
        "sourceLabels": dict(match.source_labels) or None,
        "sourceNamespace": match.source_namespace,
        "gateways": list(match.gateways) or None,
        "ignoreUriCase": match.ignore_uri_case or None,
        "statPrefix": match.stat_prefix,
    }
    return result | {key: value for key, value in rest.items() if value is not None}


def _strings(strings: Strings) -> dict[str, Node]:
    return {name: {string.kind: string.value} if string else {} for name, string in strings.items()}


def match_cookie(name: str, value: str) -> StringMatch:
    """Returns the match of one cookie in the request header ``cookie``, which may hold other cookies, too.

    Envoy compares the expression with the whole header, so a longer value of the cookie does not match.

    Example:
        >>> bool(re.fullmatch(match_cookie("app", "hello-1").value, "a=b; app=hello-1"))
        True
        >>> bool(re.fullmatch(match_cookie("app", "hello-1").value, "app=hello-10"))
        False
    """
    return StringMatch("regex", rf"(.*;\s*)?{re.escape(name)}={re.escape(value)}(\s*;.*)?")
