"""Routes to KServe's models, as an Istio VirtualService that shared requests pass twice."""

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
    """Builds a VirtualService that shared requests pass twice.

    Each version has its own path, but a VirtualService rewrites the path for a rule, not for a destination. In the
    first pass, the rule that shares requests chooses a version, sets the header ``branch`` to its name, and sends the
    request to Knative's local gateway, to which the same VirtualService is bound. In the second pass, the rule of that
    branch rewrites the path.

    Mirroring is unsupported: a mirrored request keeps the path of the primary's model, which no candidate serves.
    """

    features: ClassVar[frozenset[str]] = frozenset(("match", "cookie"))

    def template(self, route: Route) -> Node:
        """Builds the VirtualService; the second pass needs Knative's gateways."""
        return super().template(replace(route, gateways=GATEWAYS))

    def rules(self, route: Route) -> Iterator[Node]:
        """Yields the entries of ``http``: one for each branch, then one for each rule of the plan."""
        branches = {version: None for rule in route.plan.rules if _shares(rule, route) for version in rule.shares}
        for version in branches:
            name = route.backends[version].name
            branch = Match(headers={BRANCH: StringMatch("exact", name)})
            rule = TrafficRule(name, shares=(version,), matches=(branch,), guard=version or None)
            yield with_guard(rule.guard, super().rule(rule, _without_branch(route)))
        yield from super().rules(route)

    def rule(self, rule: TrafficRule, route: Route) -> dict[str, Node]:
        """Builds one entry of ``http``; a rule that shares requests only sets the header ``branch``."""
        if not _shares(rule, route):
            return super().rule(rule, route)
        cookies = rule.set_cookies or (None,) * len(rule.shares)
        destinations = [
            _branch_destination(version, route, set_cookie, weighted=len(rule.shares) > 1)
            for version, set_cookie in zip(rule.shares, cookies, strict=True)
        ]
        matches: dict[str, Node] = (
            {"match": [http_match_request(match) for match in rule.matches]} if rule.matches else {}
        )
        return {"name": "split", **matches, "route": destinations}


def _shares(rule: TrafficRule, route: Route) -> bool:
    """Tells whether a rule shares requests: also for a single version, if the rule is named for the application."""
    return len(rule.shares) > 1 or rule.name == route.name


def _without_branch(route: Route) -> Route:
    removed = (BRANCH,)
    backends = (replace(backend, removed_request_headers=removed) for backend in route.backends)
    return replace(route, backends=tuple(backends))


def _branch_destination(version: int, route: Route, set_cookie: str | None, *, weighted: bool) -> Node:
    backend = route.backends[version]
    result: dict[str, Node] = {"destination": {"host": backend.address.host}}
    if weighted:
        result["weight"] = LiveWeight(version)
    request: dict[str, Node] = {"set": {BRANCH: backend.name, "host": route.hosts[0]}}
    response: dict[str, Node] = {"response": {"add": {"set-cookie": escape_percent(set_cookie)}}} if set_cookie else {}
    result["headers"] = {"request": request, **response}
    return Guard((version,), result) if weighted else result
