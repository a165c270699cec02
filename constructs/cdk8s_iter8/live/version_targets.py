"""Which target of a route is which version, found by executing the routing template with one version at a time.

So it holds for every environment, also those of other packages, and for routemaps of Iter8's chart.
"""

from collections.abc import Iterator, Mapping

from cdk8s_iter8.engine.desired_route import RouteError, desired_route
from cdk8s_iter8.engine.routemap import Routemap, RouteTemplate
from cdk8s_iter8.live.route_rules import Target, route_rules


def version_targets(routemap: Routemap, template: RouteTemplate) -> Mapping[Target, int]:
    """Returns the position of the version that each target of a template's routes is of.

    Args:
        routemap: The routemap.
        template: One of its templates; what it does not send to anywhere has no target.
    """
    count = len(routemap.versions)
    indexes = dict.fromkeys(_targets(routemap, template, [1] + [0] * (count - 1)), 0)
    for index in range(1, count):
        weights = [int(number in (0, index)) for number in range(count)]
        for target in _targets(routemap, template, weights):
            indexes.setdefault(target, index)
    return indexes


def _targets(routemap: Routemap, template: RouteTemplate, weights: list[int]) -> Iterator[Target]:
    try:
        route = desired_route(routemap, template, weights).manifest
    except RouteError:
        return
    for rule in route_rules(route):
        yield from rule.weights
        yield from rule.mirrors
