"""Clauses that a router cannot express, and those that no request reaches."""

from collections.abc import Iterator
from itertools import combinations

from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.validation.problem import Path, Problem, below


def match_problems(routing: Routing) -> Iterator[Problem]:
    """Yields what is wrong with the clauses of an application's versions, seen by what routes its requests.

    Args:
        routing: The application with all that routes it; paths of problems start at the application.
    """
    clauses = list(_clauses(routing))
    for _, place, match in clauses:
        if match.is_empty():
            yield Problem(place, "has no condition, so it would take every request")
        yield from below(place, routing.router.unsupported(match) if routing.router else ())
    for (first, _, earlier), (second, place, later) in combinations(clauses, 2):
        if first != second and later.implies(earlier):
            yield Problem(
                place,
                f"never gets a request: versions[{first}], which comes first, already takes {earlier}"
                if later != earlier
                else f"is the match of versions[{first}] again ({earlier}): each candidate needs its own",
            )


def _clauses(routing: Routing) -> Iterator[tuple[int, Path, Match]]:
    """The clauses of the versions, with version and place, in the order in which requests are compared with them."""
    for rule in routing.traffic_plan.rules if routing.traffic_plan else ():
        index = rule.shares[0]
        own = routing.application.versions[index].matches
        for match in rule.matches:
            if match in own:
                yield index, ("versions", index, "matches", own.index(match)), match
