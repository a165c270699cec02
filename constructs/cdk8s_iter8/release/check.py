"""Checks the values of a release as a whole and reports everything that is wrong at once."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path as FilePath
from typing import Any

from cdk8s_iter8.environments import Environment, environment, environment_names
from cdk8s_iter8.environments.environment import AnyValues
from cdk8s_iter8.release.names import long_names, name_problems
from cdk8s_iter8.release.resolved import HTTP_ROUTE_VERSION, ResolvedRelease, release_plan
from cdk8s_iter8.strategies import STRATEGIES
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.validation.arguments import Arguments
from cdk8s_iter8.validation.problem import Path, Problem, ValuesError, printable, shown
from cdk8s_iter8.validation.scalars import NAME_RULE, Namespace, is_name
from cdk8s_iter8.validation.source import Source, read
from cdk8s_iter8.validation.validated import touches, validated
from cdk8s_iter8.values.release import ApplicationValues, ReleaseValues, ServiceValues, VersionValues


class _Arguments(Arguments):
    namespace: Namespace


def load(
    file: FilePath | str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> ResolvedRelease:
    """Reads a values file and works its release out.

    Args:
        file: The file; its stem is the release's name.
        namespace: The release's namespace, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.

    Raises:
        ValuesError: Everything that is wrong with the file, a line each.
    """
    _Arguments.check(f"release {shown(FilePath(file).stem)}", namespace=namespace)
    return resolved(read(file), FilePath(file).stem, namespace, http_route_version)


def resolved(
    source: Source, name: str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> ResolvedRelease:
    """Works a release out from the text of a values file.

    Args:
        source: What was read.
        name: The release's name.
        namespace: The release's namespace, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.

    Raises:
        ValuesError: Everything that is wrong with the values, a line each.
    """
    values, found = _validate(source)
    if not is_name(name):
        found.append(Problem((), f"the release's name {shown(name)} (the file's, without ending) is not {NAME_RULE}"))
    if values and is_name(name):
        place = tuple(problem.path for problem in found)
        found += [each for each in whole_problems(values, name, namespace) if not touches(each.path, place)]
    if found or not values:
        raise source.error(found)
    return release_plan(values, name, namespace, http_route_version)


def checked(
    values: AnyValues, name: str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> ResolvedRelease:
    """Works out a release from values that were made in a program.

    Args:
        values: The values.
        name: The release's name.
        namespace: The release's namespace, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.

    Raises:
        ValuesError: Everything that is wrong with the values as a whole, a line each.
    """
    _Arguments.check(f"release {shown(name)}", namespace=namespace)
    found: list[Problem] = []
    if not values.application.metadata.name and not is_name(name):
        found.append(Problem((), f"the release's name {shown(name)} is not {NAME_RULE}"))
    found = found or list(whole_problems(values, name, namespace))
    if found:
        raise ValuesError([f"{printable(name)}: {problem}" for problem in found])
    return release_plan(values, name, namespace, http_route_version)


def whole_problems(values: AnyValues, name: str, namespace: str = "default") -> Iterator[Problem]:
    """Yields what is wrong with values that are right part by part: names that clash, keys without effect, matches.

    Args:
        values: The values.
        name: The release's name.
        namespace: The release's namespace.
    """
    found, application = environment(values.environment), values.application
    unknown = list(_unknown_strategy(application.strategy, found))
    yield from unknown
    if unknown:
        return
    strategy = STRATEGIES[application.strategy]
    yield from (Problem(("application", *each.path), each.message) for each in strategy.problems(application))
    yield from _without_effect(application)
    long = list(long_names(values, name))
    yield from long
    if long:
        return
    plan = release_plan(values, name, namespace)
    missing = set(plan.plan.features()) - found.router.features if plan.plan and found.router else set()
    if "cookie" in missing:
        yield Problem(("application", "sessionAffinity"), f"is not possible with environment {values.environment}")
    yield from match_problems(plan)
    yield from found.problems(values, plan.application.versions, strategy)
    yield from name_problems(plan)


def _validate(source: Source) -> tuple[AnyValues | None, list[Problem]]:
    found = list(source.problems)
    data = source.data if source.data is not None else {}
    if not isinstance(data, dict):
        raise source.error([Problem((), f"{shown(data)} is not a mapping of values")])
    name = data.get("environment")
    if isinstance(name, str) and name in environment_names():
        values, wrong = validated(data, environment(name).values())
        if not values and isinstance(application := data.get("application"), dict):
            wrong += _unknown_strategy(application.get("strategy"), environment(name))
        return values, found + wrong
    known = ", ".join(environment_names())
    text = "is missing" if name is None else f"{shown(name)} is not an environment"
    found.append(Problem(("environment",), f"{text} (known: {known})"))
    # Without environment nobody knows its keys; what every environment has is still checked.
    anywhere = ReleaseValues[ApplicationValues[VersionValues], ServiceValues]
    _, others = validated({**data, "environment": str(name)}, anywhere)
    found += [each for each in others if "is not a known key" not in each.message]
    return None, found


def _unknown_strategy(strategy: object, of: Environment[Any]) -> Iterator[Problem]:
    if isinstance(strategy, str) and strategy not in of.strategies():
        text = f"{shown(strategy)} is not a strategy of {of.name} (known: {', '.join(of.strategies())})"
        yield Problem(("application", "strategy"), text)


def _without_effect(application: ApplicationValues[Any]) -> Iterator[Problem]:
    present: list[tuple[Path, str]] = [
        (("application", "versions", index, key), key)
        for index, version in enumerate(application.versions)
        if (key := version.match_key())
    ]
    if application.session_affinity:
        present.append((("application", "sessionAffinity"), "sessionAffinity"))
    for path, key in present:
        readers = [name for name, strategy in STRATEGIES.items() if key in strategy.reads]
        if application.strategy not in readers:
            yield Problem(path, f"has no effect with strategy {application.strategy}: it is for {' or '.join(readers)}")


def match_problems(plan: ResolvedRelease) -> Iterator[Problem]:
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


def _clauses(plan: ResolvedRelease) -> Iterator[tuple[int, Path, Match]]:
    """The clauses that versions have in values, each with its version and place, in the order in which they are met."""
    versions = plan.values.application.versions
    for rule in plan.plan.rules if plan.plan else ():
        index = rule.shares[0]
        own: tuple[Match, ...] = versions[index].matches()
        for match in rule.matches:
            if match in own:
                key = versions[index].match_key()
                yield index, ("application", "versions", index, key, own.index(match)), match
