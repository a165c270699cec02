"""The chart's document, and how an allowance changes it."""

import copy
import json
from collections.abc import Callable, Iterable
from fractions import Fraction

from cdk8s_iter8.iter8.weights import ready_sets, weights
from tests.comparison.document import Case, ready_name
from tests.comparison.members import Member, members
from tests.comparison.route import Object, rule


def template(case: Case, chart: Object) -> tuple[Object, list[Object]]:
    """The routes for each set of ready versions, and the versions."""
    [routemap] = chart["routemaps"].values() or [{"versions": []}]
    routes = {key: route for key, route in routemap.get(case.strategy, {}).items() if key != "gvrShort"}
    return routes, routemap["versions"]


def replace(chart: Object, strategy: str, routes: Object) -> None:
    for routemap in chart["routemaps"].values():
        if strategy in routemap:
            routemap[strategy] |= routes


def everyone(routes: Object, case: Case) -> Object:
    route: Object = routes[ready_name(True for _ in members(case))]
    return route


def target(rules: Iterable[Object], member: Member) -> Object:
    """What a route says of a version that answers."""
    return next(
        share["to"]
        for made_rule in rules
        for share in made_rule["shares"]
        if share["to"].get("app-version") == member.placed[0]
    )


def shared_anew(case: Case, chart: Object, wanted: Callable[[list[int]], bool]) -> None:
    """Blue-green routes by the declared weights, for the live weights that are wanted."""
    routes, versions = template(case, chart)
    if case.strategy != "blue-green" or not routes:
        return
    all_ready = everyone(routes, case)
    targets = [target(all_ready["rules"], member) for member in members(case)]
    for ready in ready_sets(len(versions)):
        live = weights([version["weight"] for version in versions], ready)
        if wanted(live):
            shares = [
                (address, Fraction(100 * weight, sum(live))) for address, weight in zip(targets, live, strict=True)
            ]
            routes[ready_name(ready)] = {
                **all_ready,
                "rules": [rule(None, [share for share in shares if share[1]], [])],
            }
    replace(chart, "blue-green", routes)


def in_text(chart: Object, old: str, new: str) -> None:
    changed = json.loads(json.dumps(chart["routemaps"]).replace(old, new))
    chart["routemaps"] |= changed


def rendered(case: Case, values: Object) -> Object:
    """What the chart renders from other values; its kserve-0.10, which fails, by way of kserve."""
    if not case.render:
        raise ValueError("there is no chart at hand")
    if case.environment != "kserve-0.10":
        return copy.deepcopy(case.render(values).chart or {})
    chart = copy.deepcopy(case.render({**values, "environment": "kserve"}).chart or {})
    in_text(chart, "-predictor.", "-predictor-default.")
    return chart
