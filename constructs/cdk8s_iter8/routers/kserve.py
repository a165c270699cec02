"""Routes to KServe's models as an Istio VirtualService, through which shared requests pass twice."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from cdk8s_iter8.routers.istio import IstioRouter, escape_percent, http_match_request
from cdk8s_iter8.routers.router import Route, with_guard
from cdk8s_iter8.template import Guard, LiveWeight, Node
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.traffic_plan import TrafficRule

GATEWAYS = ("knative-serving/knative-ingress-gateway", "knative-serving/knative-local-gateway")
BRANCH = "branch"


class KserveRouter(IstioRouter):
    """Builds a VirtualService that sends a request which versions share back to itself, marked with its version.

    Each version is called by a path of its own, and a VirtualService rewrites paths for a rule, not for a destination.
    So the rule that shares requests sets the header ``branch`` and sends them to Knative's local gateway, to which the
    same VirtualService is bound. There the rule of that branch takes them, and rewrites.

    It has no mirrors: a copy keeps the path that was written for the primary, and no candidate serves that model.
    """

    features: ClassVar[frozenset[str]] = frozenset(("match", "cookie"))

    def template(self, route: Route) -> Node:
        """Builds the VirtualService; its gateways are Knative's, which the second pass needs."""
        return super().template(replace(route, gateways=GATEWAYS))

    def rules(self, route: Route) -> Iterator[Node]:
        """Yields the entries of ``http``: one for each branch, then those of the plan."""
        branches = {version: None for rule in route.plan.rules if _shares(rule, route) for version in rule.shares}
        for version in branches:
            name = route.backends[version].name
            taken = Match(headers={BRANCH: StringMatch("exact", name)})
            rule = TrafficRule(name, shares=(version,), matches=(taken,), guard=version or None)
            yield with_guard(rule.guard, super().rule(rule, _without_branch(route)))
        yield from super().rules(route)

    def rule(self, rule: TrafficRule, route: Route) -> dict[str, Node]:
        """Builds one entry of ``http``; one that shares requests only marks them."""
        if not _shares(rule, route):
            return super().rule(rule, route)
        cookies = rule.set_cookies or (None,) * len(rule.shares)
        marked = [
            _marked(version, route, set_cookie, weighted=len(rule.shares) > 1)
            for version, set_cookie in zip(rule.shares, cookies, strict=True)
        ]
        matches: dict[str, Node] = (
            {"match": [http_match_request(match) for match in rule.matches]} if rule.matches else {}
        )
        return {"name": "split", **matches, "route": marked}


def _shares(rule: TrafficRule, route: Route) -> bool:
    """A rule that has the application's name shares requests, even while there is only one version."""
    return len(rule.shares) > 1 or rule.name == route.name


def _without_branch(route: Route) -> Route:
    removed = (BRANCH,)
    return replace(route, backends=tuple(replace(each, removed_request_headers=removed) for each in route.backends))


def _marked(version: int, route: Route, set_cookie: str | None, *, weighted: bool) -> Node:
    backend = route.backends[version]
    result: dict[str, Node] = {"destination": {"host": backend.address.host}}
    if weighted:
        result["weight"] = LiveWeight(version)
    request: dict[str, Node] = {"set": {BRANCH: backend.name, "host": route.hosts[0]}}
    response: dict[str, Node] = {"response": {"add": {"set-cookie": escape_percent(set_cookie)}}} if set_cookie else {}
    result["headers"] = {"request": request, **response}
    return Guard((version,), result) if weighted else result
