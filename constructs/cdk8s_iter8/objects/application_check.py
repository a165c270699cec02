"""Checks an application that a program made, by the rules of values and in their words."""

from collections.abc import Iterator
from itertools import combinations

from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.validation.arguments import Arguments
from cdk8s_iter8.validation.problem import Path, Problem, ValuesError
from cdk8s_iter8.validation.scalars import CookieName, GatewayName, Name, Namespace, Seconds


class _Affinity(Arguments):
    cookie_name: CookieName
    max_age: Seconds
    secure: bool


class _Application(Arguments):
    name: Name
    namespace: Namespace
    gateways: list[GatewayName]


def check_application(place: str, application: Application, strategy: Strategy) -> None:
    """Checks an application whose versions are Knative Services.

    Args:
        place: What it was given to, such as a construct's path.
        application: The application.
        strategy: What traffic should do.

    Raises:
        ValuesError: Everything that is wrong, a line each.
    """
    _Application.check(
        place, name=application.name, namespace=application.namespace, gateways=list(application.gateways)
    )
    if affinity := application.session_affinity:
        _Affinity.check(
            f"{place}: session_affinity",
            cookie_name=affinity.cookie_name,
            max_age=affinity.max_age,
            secure=affinity.secure,
        )
    found = [*_versions(application, strategy)]
    if "match" in strategy.features:
        found += _matches(application)
    if "mirror" in strategy.features:
        found += _mirrored(application)
    if found:
        raise ValuesError([f"{place}: {problem}" for problem in found])


def _versions(application: Application, strategy: Strategy) -> Iterator[Problem]:
    if not application.versions:
        yield Problem((), "a routemap needs at least one version")
    names: set[tuple[str, str]] = set()
    for index, version in enumerate(application.versions):
        place: Path = ("versions", index, "name")
        if (version.namespace, version.name) in names:
            yield Problem(place, f"'{version.name}' is the name of another version too")
        names.add((version.namespace, version.name))
        own = (version.namespace, version.name) == (application.namespace, application.name)
        if own and strategy.name != "none":
            yield Problem(place, f"'{version.name}' is the application's name; name the version otherwise")
        if strategy.name != "canary" and version.matches:
            yield Problem(
                ("versions", index, "matches"), f"has no effect with strategy {strategy.name}: it is for canary"
            )
    if application.session_affinity and len({name for _, name in names}) < len(names):
        yield Problem(("versions",), "two have one name, so a user's cookie could be of either")


def _matches(application: Application) -> Iterator[Problem]:
    clauses: list[tuple[int, Path, Match]] = []
    for index, version in enumerate(application.versions):
        place: Path = ("versions", index, "matches")
        if not index and version.matches:
            text = "the primary takes no match: it gets every request that no candidate's match takes"
            yield Problem(place, text)
        if index and not version.matches and len(application.versions) > 2:
            yield Problem(place, "is missing: only a single candidate has a default, the header traffic: test")
        for position, match in enumerate(version.matches):
            if match.is_empty():
                yield Problem((*place, position), "has no condition, so it would take every request")
            elif index:
                clauses.append((index, (*place, position), match))
    for (first, _, earlier), (second, place, later) in combinations(clauses, 2):
        if first != second and later.implies(earlier):
            yield Problem(place, f"never gets a request: versions[{first}], which comes first, already takes {earlier}")


def _mirrored(application: Application) -> Iterator[Problem]:
    for index, version in enumerate(application.versions[1:], 1):
        if version.weight > 100:
            text = "is not a percentage (an integer from 0 to 100) of the requests that are copied"
            yield Problem(("versions", index, "weight"), f"{version.weight} {text}")
        if not version.mirrored:
            text = "is not true, so the version would scale to zero, from which copied requests cannot wake it"
            yield Problem(("versions", index, "mirrored"), text)
