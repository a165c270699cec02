"""Everything that is wrong with how an application is routed, whoever made it."""

from collections.abc import Callable, Iterator

from cdk8s_iter8.routing.matches import match_problems
from cdk8s_iter8.routing.names import TakenName, name_problems
from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.strategies import ineffective_settings
from cdk8s_iter8.validation.problem import Path, Problem


def routing_problems(routing: Routing, place: Callable[[TakenName], Path]) -> Iterator[Problem]:
    """Yields what is wrong with an application, its strategy and its router together.

    Values and arguments of constructs are held to these rules alike.

    Args:
        routing: The application with all that routes it.
        place: Says where the name of an object stands; paths start at the application.
    """
    application, strategy = routing.application, routing.strategy
    yield from strategy.problems(application)
    yield from ineffective_settings(application, strategy)
    plan, router = routing.declared_plan, routing.router
    if plan and router and "cookie" in set(plan.features()) - router.features:
        yield Problem(("session_affinity",), "is not possible with this router: it cannot set cookies")
    yield from match_problems(routing)
    yield from (Problem(place(name), text) for name, text in name_problems(routing))
