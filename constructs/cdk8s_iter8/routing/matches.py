"""Finds clauses that a router does not support, and clauses that no request reaches."""

from collections.abc import Iterator
from itertools import combinations

from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.validation.problem import Path, Problem, below


def match_problems(routing: Routing) -> Iterator[Problem]:
    """Yields problems of the clauses of an application's versions.

    Args:
        routing: The application with its strategy, router and backends; paths of problems start at the application.
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
    """Yields version, place and clause, in the order in which requests are compared with the clauses."""
    for rule in routing.traffic_plan.rules if routing.traffic_plan else ():
        index = rule.shares[0]
        declared = routing.application.versions[index].matches
        for match in rule.matches:
            if match in declared:
                yield index, ("versions", index, "matches", declared.index(match)), match
