"""Reads the values of a release, and reports all problems at once."""

import pathlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cdk8s_iter8.environments import BrokenEnvironmentError, environment, environment_names
from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.release.resolution import Resolution, resolve, unknown_strategy
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.arguments import Arguments
from cdk8s_iter8.validation.mapping_source import mapping_source
from cdk8s_iter8.validation.misspelt import did_you_mean, misspelt_keys, nearest, unknown_key
from cdk8s_iter8.validation.part_validation import touches, validate_parts
from cdk8s_iter8.validation.problem import Problem, ValuesError, as_text, printable
from cdk8s_iter8.validation.scalars import NAME_RULE, Namespace, is_name
from cdk8s_iter8.validation.source import Source, read
from cdk8s_iter8.values.layers import Layers
from cdk8s_iter8.values.release import AnyValues, ApplicationValues, ReleaseValues, ServiceValues, VersionValues


class _Arguments(Arguments):
    namespace: Namespace


def load(
    file: pathlib.Path | str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> ResolvedRelease:
    """Reads a values file and resolves its release.

    Args:
        file: The file; its name without ending is the release's name.
        namespace: The release's namespace, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.

    Raises:
        ValuesError: All problems of the file, one line for each.
    """
    name = pathlib.Path(file).stem
    _Arguments.check(f"release {as_text(name)}", namespace=namespace)
    return resolve_source(read(file), name, namespace, http_route_version)


def load_layered(
    name: str,
    files: Sequence[pathlib.Path | str],
    assignments: Sequence[str] = (),
    namespace: str = "default",
    http_route_version: str = HTTP_ROUTE_VERSION,
) -> ResolvedRelease:
    """Reads values files, lays each one over those before it, and resolves the release.

    Args:
        name: The release's name.
        files: The files, at least one; the strongest one last.
        assignments: Single values over the files, as ``PATH=VALUE``; the strongest one last.
        namespace: The release's namespace, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.

    Raises:
        ValuesError: All problems of the values, one line for each, with the file that a value is from.

    Example:
        >>> release = load_layered("shop", ["examples/shop.yaml", "examples/layers/prod.yaml"])
        >>> [version.weight for version in release.application.versions]
        [90, 30]
    """
    _Arguments.check(f"release {as_text(name)}", namespace=namespace)
    wrong = [
        f"[{index}]: {as_text(file)} is not a file's path" for index, file in enumerate(files) if not _is_path(file)
    ]
    if wrong or not files:
        raise ValuesError([f"{printable(name)}: values{text}" for text in wrong or [": no file is given"]])
    first, *others = (read(file) for file in files)
    source = Layers(tuple(others), tuple(assignments)).over(first, name)
    return resolve_source(source, name, namespace, http_route_version)


def _is_path(file: object) -> bool:
    return isinstance(file, str | pathlib.Path)


def resolve_source(
    source: Source, name: str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> ResolvedRelease:
    """Resolves a release from the text of a values file.

    Args:
        source: The text, parsed.
        name: The release's name.
        namespace: The release's namespace, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.

    Raises:
        ValuesError: All problems of the values, one line for each.
    """
    values, problems = _validate(source)
    if not is_name(name):
        problems.append(
            Problem((), f"the release's name {as_text(name)} (the file's, without ending) is not {NAME_RULE}")
        )
        values = None
    resolution = resolve(values, name, namespace, http_route_version) if values else Resolution(None)
    return _release(source, problems, resolution)


def resolve_mapping(
    data: Mapping[str, Any], name: str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> ResolvedRelease:
    """Resolves a release from a mapping that a program made.

    Args:
        data: The values, with the keys of a values file.
        name: The release's name.
        namespace: The release's namespace, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.

    Raises:
        ValuesError: All problems of the values, one line for each, as for a file; a line starts with the release's
            name instead of file and line.
    """
    _Arguments.check(f"release {as_text(name)}", namespace=namespace)
    source = mapping_source(data, printable(name))
    values, problems = _validate(source)
    if not is_name(name) and not (values and values.application.metadata.name):
        problems.append(Problem((), f"the release's name {as_text(name)} is not {NAME_RULE}"))
        values = None
    resolution = resolve(values, name, namespace, http_route_version) if values else Resolution(None)
    return _release(source, problems, resolution)


def _release(source: Source, problems: Sequence[Problem], resolution: Resolution) -> ResolvedRelease:
    places = [problem.path for problem in problems]
    whole = [problem for problem in resolution.problems if not touches(problem.path, places)]
    if problems or whole or not resolution.release:
        raise source.error([*problems, *whole])
    return resolution.release


def resolve_release(
    values: AnyValues, name: str, namespace: str = "default", http_route_version: str = HTTP_ROUTE_VERSION
) -> ResolvedRelease:
    """Resolves a release from values that a program made.

    Args:
        values: The values.
        name: The release's name.
        namespace: The release's namespace, unless the values say otherwise.
        http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``.

    Raises:
        ValuesError: All problems of the values as a whole, one line for each.
    """
    _Arguments.check(f"release {as_text(name)}", namespace=namespace)
    if not values.application.metadata.name and not is_name(name):
        raise ValuesError([f"{printable(name)}: the release's name {as_text(name)} is not {NAME_RULE}"])
    resolution = resolve(values, name, namespace, http_route_version)
    if resolution.problems or not resolution.release:
        raise ValuesError([f"{printable(name)}: {problem}" for problem in resolution.problems])
    return resolution.release


def _validate(source: Source) -> tuple[AnyValues | None, list[Problem]]:
    problems = list(source.problems)
    data = source.keys()
    # A misspelt first key, or environment, must not hide what else is wrong: it is checked as what it is near to.
    known = [field.alias or name for name, field in ReleaseValues.model_fields.items()]
    misspelt = misspelt_keys(data, known)
    problems += [Problem((key,), unknown_key(key, [right])) for key, right in misspelt.items()]
    spelt = {misspelt.get(key, key) if isinstance(key, str) else key: value for key, value in data.items()}
    values, wrong = _validate_keys(spelt)
    spelling = {right: key for key, right in misspelt.items()}
    problems += [
        replace(problem, path=tuple(spelling.get(str(step), step) for step in problem.path[:1]) + problem.path[1:])
        for problem in wrong
    ]
    return values, problems


def _validate_keys(data: dict[str, Any]) -> tuple[AnyValues | None, list[Problem]]:
    name, problems = data.get("environment"), list[Problem]()
    if not isinstance(name, str) or name not in environment_names():
        known = f"(known: {', '.join(environment_names())})"
        near = nearest(name, environment_names()) if isinstance(name, str) else None
        meant = did_you_mean(name, environment_names()) if isinstance(name, str) else ""
        text = "is missing" if name is None else f"{as_text(name)} is not an environment{meant}"
        problems.append(Problem(("environment",), f"{text} {known}"))
        name = near
    if name is None:
        # Without an environment, only the keys that every environment has can be checked.
        common = ReleaseValues[ApplicationValues[VersionValues], ServiceValues]
        _, others = validate_parts({**data, "environment": ""}, common)
        return None, [*problems, *(problem for problem in others if "is not a known key" not in problem.message)]
    try:
        place = environment(name)
    except BrokenEnvironmentError as error:
        return None, [*problems, error.problem]
    values, wrong = validate_parts({**data, "environment": name}, place.values())
    if not values and isinstance(application := data.get("application"), dict):
        wrong += unknown_strategy(application.get("strategy"), place)
    return (None if problems else values), [*problems, *wrong]
