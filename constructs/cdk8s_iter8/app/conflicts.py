"""Several values files that define the same thing: the last one applied would win, without a word."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cdk8s_iter8.release.names import APPLICATION, place_of
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.routing.names import VERSION, TakenName, taken_names
from cdk8s_iter8.validation.problem import PlacedProblem, Problem
from cdk8s_iter8.validation.source import named, read

if TYPE_CHECKING:  # an app without a controller need not import it
    from cdk8s_iter8.controller.file import ControllerFile

Names = dict[tuple[str, str, str], Path]


def conflicts(releases: Mapping[Path, ResolvedRelease]) -> Iterator[PlacedProblem]:
    """Yields a problem for each file and version that takes a name which a file before it has taken.

    Files of different directories may be for different clusters, so they are not compared.

    Args:
        releases: The releases, by the files that they were read from.
    """
    files: dict[tuple[Path, str], Path] = {}
    names: dict[Path, Names] = {}
    for file, plan in releases.items():
        first = files.setdefault((file.parent, file.stem), file)
        found = [_again(first)] if first != file else list(_taken(plan, names.setdefault(file.parent, {}), file))
        if found:
            yield from read(file).error(found).problems


def controller_conflicts(
    controllers: "Mapping[Path, ControllerFile]", releases: Collection[Path]
) -> Iterator[PlacedProblem]:
    """Yields a problem for each file that cannot become part of one app with controllers.

    Args:
        controllers: The controllers, by the files that they were read from.
        releases: The files that releases were read from.
    """
    for number, file in enumerate(controllers):
        if number:
            first = named(next(iter(controllers)))
            yield _of_file(file, f"is a second controller: there is {first}; remove one")
    names = {controller.values.app_name for controller in controllers.values()}
    named_so = [file for file in releases if file.stem in names]
    yield from (_of_file(file, "the controller has this name in dist/; rename the release") for file in named_so)


def _of_file(file: Path, text: str) -> PlacedProblem:
    return PlacedProblem(named(file), None, Problem((), text))


def _again(file: Path) -> Problem:
    return Problem((), f"is a second file for one release: there is {named(file)}; rename or remove one")


def _taken(plan: ResolvedRelease, names: Names, file: Path) -> Iterator[Problem]:
    told: set[int | None] = set()
    for each in taken_names(plan.routing):
        if each.kind == VERSION:
            continue
        other = names.setdefault(each.identity, file)
        # The rest of an application follows from its name; one line says it.
        if other != file and not told & {each.version, None}:
            told.add(each.version)
            yield _conflict(each, plan, named(other))


def _conflict(name: TakenName, plan: ResolvedRelease, other: str) -> Problem:
    if name.version is None and name.name != plan.application.name:
        text = f"'{plan.application.name}' in namespace {name.namespace} is the application of {other} too"
        return Problem(APPLICATION, f"{text}; an application has one file")
    text = f"'{name.name}' in namespace {name.namespace} is taken: {other} has a {name.kind} named so"
    return Problem(place_of(name, plan.values), text)
