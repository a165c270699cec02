"""Finds values files that define the same object: the file that is applied last would win, without an error."""

import pathlib
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from cdk8s_iter8.release.names import APPLICATION, place_of
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.routing.names import VERSION, TakenName, taken_names
from cdk8s_iter8.validation.problem import PlacedProblem, Problem
from cdk8s_iter8.validation.source import Source, named, read

if TYPE_CHECKING:  # apps without a controller do not import it
    from cdk8s_iter8.controller.file import ControllerFile

Owners = dict[tuple[str, str, str], pathlib.Path]


def conflicts(
    releases: Mapping[pathlib.Path, ResolvedRelease], source: Callable[[pathlib.Path], Source] = read
) -> Iterator[PlacedProblem]:
    """Yields a problem for every file or version whose name an earlier file has, too.

    Files in different directories are not compared: they may be for different clusters.

    Args:
        releases: The releases, by file.
        source: Gives the document of a file, which knows the lines.
    """
    files: dict[tuple[pathlib.Path, str], pathlib.Path] = {}
    names: dict[pathlib.Path, Owners] = {}
    for file, release in releases.items():
        first = files.setdefault((file.parent, file.stem), file)
        owners = names.setdefault(file.parent, {})
        problems = [_second_file(first)] if first != file else list(_shared_names(release, owners, file))
        if problems:
            yield from source(file).error(problems).problems


def controller_conflicts(
    controllers: "Mapping[pathlib.Path, ControllerFile]", releases: Collection[pathlib.Path]
) -> Iterator[PlacedProblem]:
    """Yields a problem for every file that cannot be in one app with the controllers.

    Args:
        controllers: The controllers, by file.
        releases: The files of releases.
    """
    for number, file in enumerate(controllers):
        if number:
            first = named(next(iter(controllers)))
            yield _of_file(file, f"is a second controller: there is {first}; remove one")
    names = {controller.values.app_name for controller in controllers.values()}
    same_name = [file for file in releases if file.stem in names]
    yield from (_of_file(file, "the controller has this name in dist/; rename the release") for file in same_name)


def _of_file(file: pathlib.Path, text: str) -> PlacedProblem:
    return PlacedProblem(named(file), None, Problem((), text))


def _second_file(file: pathlib.Path) -> Problem:
    return Problem((), f"is a second file for one release: there is {named(file)}; rename or remove one")


def _shared_names(release: ResolvedRelease, owners: Owners, file: pathlib.Path) -> Iterator[Problem]:
    reported: set[int | None] = set()
    for name in taken_names(release.routing):
        if name.kind == VERSION:
            continue
        owner = owners.setdefault(name.identity, file)
        # A version's and an application's other names are made of its name, so one problem is enough.
        if owner != file and not reported & {name.version, None}:
            reported.add(name.version)
            yield _conflict(name, release, named(owner))


def _conflict(name: TakenName, release: ResolvedRelease, other: str) -> Problem:
    if name.version is None and name.name != release.application.name:
        text = f"'{release.application.name}' in namespace {name.namespace} is the application of {other} too"
        return Problem(APPLICATION, f"{text}; an application has one file")
    text = f"'{name.name}' in namespace {name.namespace} is taken: {other} has a {name.kind} named so"
    return Problem(place_of(name, release.values), text)
