"""Checks the routing of an application, from values and from constructs."""

from collections.abc import Callable, Iterator

from cdk8s_iter8.routing.matches import match_problems
from cdk8s_iter8.routing.names import TakenName, name_problems
from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.strategies import ineffective_settings
from cdk8s_iter8.validation.problem import Path, Problem


def routing_problems(routing: Routing, place: Callable[[TakenName], Path]) -> Iterator[Problem]:
    """Yields problems of an application with its strategy and its router.

    The rules are the same for values and for arguments of constructs.

    Args:
        routing: The application with its strategy, router and backends.
        place: Returns the path of an object's name; paths start at the application.
    """
    application, strategy = routing.application, routing.strategy
    yield from strategy.problems(application)
    yield from ineffective_settings(application, strategy)
    plan, router = routing.declared_plan, routing.router
    if plan and router and "cookie" in set(plan.features()) - router.features:
        yield Problem(("session_affinity",), "is not possible with this router: it cannot set cookies")
    yield from match_problems(routing)
    yield from (Problem(place(name), text) for name, text in name_problems(routing))
