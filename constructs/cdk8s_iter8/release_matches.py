"""Matches that a router cannot express, and those that never get a request."""

from collections.abc import Iterator
from itertools import combinations

from cdk8s_iter8.release_plan import ReleasePlan
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.values.problem import Path, Problem


def match_problems(plan: ReleasePlan) -> Iterator[Problem]:
    """Yields what is wrong with the clauses of a release's versions, seen by what routes its requests.

    Args:
        plan: The release.
    """
    router = plan.environment.router
    clauses = list(_clauses(plan))
    for _, place, match in clauses:
        yield from (Problem((*place, *each.path), each.message) for each in (router.lacks(match) if router else ()))
    for (first, _, earlier), (second, place, later) in combinations(clauses, 2):
        if first != second and later.implies(earlier):
            yield Problem(
                place,
                f"never gets a request: versions[{first}], which comes first, already takes {earlier}"
                if later != earlier
                else f"is the match of versions[{first}] again ({earlier}): each candidate needs its own",
            )


def _clauses(plan: ReleasePlan) -> Iterator[tuple[int, Path, Match]]:
    """The clauses that versions have in values, each with its version and place, in the order in which they are met."""
    versions = plan.values.application.versions
    for rule in plan.plan.rules if plan.plan else ():
        index = rule.shares[0]
        own: tuple[Match, ...] = versions[index].matches()
        for match in rule.matches:
            if match in own:
                key = versions[index].match_key()
                yield index, ("application", "versions", index, key, own.index(match)), match
