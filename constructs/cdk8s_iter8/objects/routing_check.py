"""Checks the routing of a program's application, by the rules of values."""

from cdk8s_iter8.routing.problems import routing_problems
from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.validation.problem import ValuesError


def check_routing(place: str, routing: Routing) -> None:
    """Checks an application with its strategy, backends and router.

    Args:
        place: Where the application was given, such as a construct's path.
        routing: The application, its strategy, backends and router.

    Raises:
        ValuesError: All problems, one line for each.
    """
    application = routing.application
    if not application.versions:
        raise ValuesError([f"{place}: a routemap needs at least one version"])
    if len(routing.backends) != len(application.versions):
        text = f"has {len(routing.backends)} entries for {len(application.versions)} versions; every version needs one"
        raise ValuesError([f"{place}: backends: {text}"])
    problems = routing_problems(routing, lambda name: _place(name.version))
    lines = [f"{place}: {problem}" for problem in problems]
    if lines:
        raise ValuesError(lines)


def _place(version: int | None) -> tuple[str | int, ...]:
    return ("name",) if version is None else ("versions", version, "name")
