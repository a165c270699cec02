"""Routes as a Gateway API HTTPRoute."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import ClassVar

from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION, HTTP_ROUTE_VERSIONS, SHIPPED
from cdk8s_iter8.routers.backend import Backend, BackendAddress, ServiceAddress
from cdk8s_iter8.routers.http_route_match import http_route_match, specificity, unsupported_conditions
from cdk8s_iter8.routers.router import Route, Router, with_guard
from cdk8s_iter8.template import Guard, LiveWeight, Node
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule
from cdk8s_iter8.validation.problem import Problem

PARENT_PORT = 80
MOST_RULES = 16  # Gateway API's bound of rules, and of backends and filters in a rule
_SERVICE: dict[str, Node] = {"group": "", "kind": "Service"}


class GatewayApiRouter(Router):
    """Builds an HTTPRoute (gateway.networking.k8s.io), named for the application.

    Its parents are the application's Service, for callers in a mesh, and the release's gateways. It needs more than
    the core of Gateway API: filters on backends, several mirrors with percentages (in the standard channel since v1.3),
    and, for session affinity, regular expressions of headers.
    """

    gvr_short: ClassVar[str] = "httproute"
    features: ClassVar[frozenset[str]] = frozenset(("match", "mirror", "cookie"))

    def __init__(self, http_route_version: str = HTTP_ROUTE_VERSION) -> None:
        """Makes a router.

        Args:
            http_route_version: API version of its HTTPRoutes, ``v1beta1`` or ``v1``, as the controller is configured.

        Raises:
            ValueError: This router does not write HTTPRoutes of that version.
        """
        if http_route_version not in HTTP_ROUTE_VERSIONS:
            raise ValueError(f"'{http_route_version}' is not a version of HTTPRoute ({', '.join(HTTP_ROUTE_VERSIONS)})")
        self.resource_type = replace(SHIPPED["httproute"], version=http_route_version)

    def for_http_route_version(self, http_route_version: str) -> "GatewayApiRouter":
        """Returns a router that writes HTTPRoutes of an API version."""
        return GatewayApiRouter(http_route_version)

    def template(self, route: Route) -> Node:
        """Builds the HTTPRoute."""
        service = {**_SERVICE, "name": route.name, "port": PARENT_PORT}
        return {
            "apiVersion": f"{self.resource_type.group}/{self.resource_type.version}",
            "kind": "HTTPRoute",
            "metadata": {"name": route.name, "namespace": route.namespace},
            "spec": {
                "hostnames": route.hosts,
                "parentRefs": [service, *(_parent(gateway) for gateway in route.gateways)],
                "rules": [with_guard(rule.guard, _rule(rule, route)) for rule in route.plan.rules],
            },
        }

    def sort_rules(self, plan: TrafficPlan) -> TrafficPlan:
        """Returns the plan with its clauses in the order of Gateway API: the most specific clause first."""
        single = [replace(rule, matches=(match,)) for rule in plan.rules for match in rule.matches]
        single.sort(key=lambda rule: specificity(rule.matches[0]), reverse=True)
        merged = [
            replace(rule, matches=tuple(match for neighbour in group for match in neighbour.matches))
            for rule, group in groupby(single, lambda rule: replace(rule, matches=()))
        ]
        return TrafficPlan((*merged, plan.rules[-1]))

    def unsupported(self, match: Match) -> Iterator[Problem]:
        """Yields problems of conditions that an HTTPRoute does not support."""
        return unsupported_conditions(match)


def _parent(gateway: str) -> Node:
    namespace, slash, name = gateway.rpartition("/")
    return {"name": name, "namespace": namespace} if slash else {"name": name}


def _rule(rule: TrafficRule, route: Route) -> Node:
    result: dict[str, Node] = {}
    if rule.matches:
        result["matches"] = [http_route_match(match) for match in rule.matches]
    cookies = rule.set_cookies or (None,) * len(rule.shares)
    backends = [
        _backend(route, version, set_cookie, weighted=len(rule.shares) > 1)
        for version, set_cookie in zip(rule.shares, cookies, strict=True)
    ]
    result["backendRefs"] = backends
    if rule.mirrors:
        mirrors = [Guard((version,), _mirror(route, version)) for version in rule.mirrors]
        # The whole list has a guard too, because YAML reads a key without items as null.
        result["filters"] = Guard(rule.mirrors, mirrors)
    return result


def _backend(route: Route, version: int, set_cookie: str | None, *, weighted: bool) -> Node:
    backend = route.backends[version]
    added = {"app-version": backend.name} | ({"set-cookie": set_cookie} if set_cookie else {})
    filters: list[Node] = [*_request_filters(backend), _modifier("Response", add=added)]
    reference = _reference(backend.address, route)
    if not weighted:
        return {**reference, "filters": filters}
    return Guard((version,), {**reference, "weight": LiveWeight(version), "filters": filters})


def _request_filters(backend: Backend) -> Iterator[Node]:
    if backend.rewrite_uri:
        path: dict[str, Node] = {"type": "ReplaceFullPath", "replaceFullPath": backend.rewrite_uri}
        yield {"type": "URLRewrite", "urlRewrite": {"path": path}}
    if backend.request_headers or backend.removed_request_headers:
        yield _modifier("Request", set=dict(backend.request_headers), remove=backend.removed_request_headers)


def _modifier(side: str, remove: tuple[str, ...] = (), **headers: dict[str, str]) -> Node:
    changes: dict[str, Node] = {
        verb: [{"name": name, "value": value} for name, value in values.items()]
        for verb, values in headers.items()
        if values
    }
    if remove:
        changes["remove"] = list(remove)
    return {"type": f"{side}HeaderModifier", f"{side.lower()}HeaderModifier": changes}


def _mirror(route: Route, version: int) -> Node:
    backend = route.backends[version]
    if not backend.mirror:
        raise ValueError(f"version {backend.name} cannot be mirrored to")
    reference = _reference(backend.mirror, route)
    percent = LiveWeight(version, at_most=100)
    return {"type": "RequestMirror", "requestMirror": {"backendRef": reference, "percent": percent}}


def _reference(address: BackendAddress, route: Route) -> dict[str, Node]:
    if not isinstance(address, ServiceAddress):
        raise TypeError(
            f"'{address.host}' is not a Service of the cluster: Gateway API sends requests only to Services"
        )
    reference: dict[str, Node] = {**_SERVICE, "name": address.name}
    if address.namespace != route.namespace:
        reference["namespace"] = address.namespace
    return {**reference, "port": address.port}
