"""Resolves a release and checks it as a whole, in one pass."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cdk8s_iter8.environments import Environment, environment
from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.release.labels import label_problems
from cdk8s_iter8.release.names import long_names, place_of
from cdk8s_iter8.release.resolved import ResolvedRelease, build_release
from cdk8s_iter8.routing.problems import routing_problems
from cdk8s_iter8.validation.misspelt import did_you_mean
from cdk8s_iter8.validation.problem import Path, Problem, as_text
from cdk8s_iter8.values.release import AnyValues


@dataclass(frozen=True)
class Resolution:
    """The result of resolving values.

    Attributes:
        release: The release; None if the values cannot be resolved. Use it only if there are no problems.
        problems: All problems of the values as a whole; paths start at the file.
    """

    release: ResolvedRelease | None
    problems: tuple[Problem, ...] = ()


def resolve(
    values: AnyValues, name: str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> Resolution:
    """Resolves a release from valid values, and checks it as a whole.

    Args:
        values: The values.
        name: The release's name: the application's, unless the values say otherwise.
        namespace: The release's namespace: the application's, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``, as the controller is configured.
    """
    release_environment = environment(values.environment)
    problems = (*unknown_strategy(values.application.strategy, release_environment), *long_names(values, name))
    if problems:
        return Resolution(None, problems)
    release = build_release(values, release_environment, name, namespace, http_route_version)
    return Resolution(release, tuple(_problems(release)))


def unknown_strategy(strategy: object, environment: Environment[Any]) -> Iterator[Problem]:
    """Yields a problem for a strategy that an environment does not have; a strategy of a wrong type is ignored."""
    if isinstance(strategy, str) and strategy not in environment.strategies():
        known = ", ".join(environment.strategies())
        meant = did_you_mean(strategy, environment.strategies())
        text = f"{as_text(strategy)} is not a strategy of {environment.name}{meant} (known: {known})"
        yield Problem(("application", "strategy"), text)


def _problems(release: ResolvedRelease) -> Iterator[Problem]:
    values = release.values
    # Paths of problems start at the application, except those of names, which start at the file.
    for problem in routing_problems(release.routing, lambda name: ("file", *place_of(name, values))):
        yield replace(problem, path=_in_values(problem.path, values))
    yield from release.environment.problems(release.with_values)
    yield from label_problems(values, release.application.name)
    yield from _idle_weights(release)


def _idle_weights(release: ResolvedRelease) -> Iterator[Problem]:
    # Users of other tools expect a canary to share requests by weight. A weight that is only the default is no mistake.
    if release.strategy.name != "canary" or release.routing.carries_weights:
        return
    for index, version in enumerate(release.values.application.versions):
        if "weight" in version.model_fields_set:
            text = (
                "has no effect with strategy canary, which chooses requests by match: to share requests by weight use "
            )
            yield Problem(("application", "versions", index, "weight"), f"{text}strategy blue-green")


def _in_values(path: Path, values: AnyValues) -> Path:
    """Returns the path in values of a path in an application."""
    match path:
        case ("file", *rest):
            return tuple(rest)
        case ("versions", int(index), "matches", *rest):
            key = values.application.versions[index].match_key() or "match"
            return ("application", "versions", index, key, *rest)
        case ("session_affinity", *rest):
            return ("application", "sessionAffinity", *rest)
        case _:
            return ("application", *path)
