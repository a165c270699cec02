"""The files that a command is given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cdk8s_iter8.validation.problem import PlacedProblem, ValuesError
from cdk8s_iter8.validation.source import STANDARD_INPUT, Source, named, read
from cdk8s_iter8.values.layers import Layers

if TYPE_CHECKING:  # what reads files is imported when a command reads some
    from cdk8s_iter8.app.files import ValuesFiles
    from cdk8s_iter8.release.resolved import ResolvedRelease

# Explained in each command's own text; typer's list of arguments would call it `<list[Path]>`.
Paths = Annotated[list[Path] | None, typer.Argument(metavar="FILE", show_default=False, hidden=True)]
ReleaseName = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help="Name of a release that has no FILE, or is read from a pipe (-)."),
]
LayerFiles = Annotated[
    list[Path] | None,
    typer.Option("--values", "-f", metavar="FILE", help="Lay these values over those of FILE; the last -f wins."),
]
Assignments = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Lay one value over all files, as the verb set writes it."),
]


@dataclass(frozen=True)
class Asked:
    """What a command is asked to read.

    Attributes:
        paths: Files and directories; `STANDARD_INPUT` is what is piped in.
        names: The names of releases that are not their files' names.
        files: Values to lay over each release's.
        assignments: Single values to lay over all, as ``PATH=VALUE``.
    """

    paths: list[Path]
    names: Mapping[Path, str]
    files: list[Path]
    assignments: list[str]

    def layers(self) -> Layers:
        """Reads what is laid over each release's values.

        Raises:
            ValuesError: All problems of files that cannot be read.
        """
        documents: list[Source] = []
        problems: list[PlacedProblem] = []
        for file in self.files:
            try:
                documents.append(read(file))
            except ValuesError as error:
                problems += error.problems
        if problems:
            raise ValuesError(problems)
        return Layers(tuple(documents), tuple(self.assignments))


def fail(problems: Iterable[object]) -> NoReturn:
    """Prints a line for every error and exits with 1."""
    typer.echo("\n".join(map(str, problems)), err=True)
    raise typer.Exit(1)


def asked(paths: list[Path] | None, name: str | None, files: list[Path] | None, assignments: list[str] | None) -> Asked:
    """Returns what a command is asked to read.

    Args:
        paths: Files and directories; None: the first layer is the file.
        name: The name of a release that has no file of its name.
        files: Values to lay over each release's.
        assignments: Single values to lay over all, as ``PATH=VALUE``.

    Raises:
        BadParameter: There is nothing to read, a name is missing or of no use, or the pipe is named twice.
    """
    files = files or []
    given, above = (paths, files) if paths else (files[:1], files[1:])
    if not given:
        raise typer.BadParameter("is needed: a values file, a directory of them, or -", param_hint="'FILE'")
    if [*given, *above].count(STANDARD_INPUT) > 1:
        raise typer.BadParameter("'-' is given twice", param_hint="'FILE'")
    unnamed = [file for file in given if file == STANDARD_INPUT or not paths]
    if unnamed and not name:
        place = "FILE -" if paths else "-f and no FILE"
        raise typer.BadParameter(f"is needed with {place}: the release's name", param_hint="'--name'")
    if name and not unnamed:
        raise typer.BadParameter(
            "is for FILE - and for -f without FILE: a file is named for its release", param_hint="'--name'"
        )
    return Asked(given, dict.fromkeys(unnamed, name or ""), above, assignments or [])


def releases(given: Asked) -> "Mapping[Path, ResolvedRelease]":
    """Reads the releases that a command is given. If one has errors, prints them and exits with 1.

    Returns:
        The releases by file, without controllers. A note for every other file is printed on standard error.
    """
    from cdk8s_iter8.app.files import read_releases
    from cdk8s_iter8.app.listing import is_controller, values_files

    try:
        by_file = read_releases(values_files(given.paths), given.names, given.layers())
        notes = list(chain(notes_on(given.paths), map(_controller_note, filter(is_controller, given.paths))))
    except ValuesError as error:
        fail(error.lines)
    for note in notes:
        typer.echo(note, err=True)
    return by_file


def synthesized_files(given: Asked) -> "ValuesFiles":
    """Reads files as synthesis does. If one has errors, prints them and exits with 1.

    As in synthesis, the controller.yaml beside a directory of releases gives the API version of HTTPRoutes, and is
    checked.

    Returns:
        The releases by file, and the controllers that are named or are beside a directory that is named. Notes on
        directories are printed on standard error.
    """
    from cdk8s_iter8.app.files import read_files
    from cdk8s_iter8.app.listing import app_files, controller_beside

    beside = [file for path in given.paths if not path.is_dir() for file in controller_beside(path.parent)]
    try:
        listed = list(app_files(given.paths))
        files = read_files(dict.fromkeys([*beside, *listed]), given.names, given.layers())
        notes = notes_on(given.paths)
    except ValuesError as error:
        fail(error.lines)
    if files.problems:
        fail(files.problems)
    for note in notes:
        typer.echo(note, err=True)
    charts = {file: chart for file, chart in files.controller_charts.items() if file in listed}
    return replace(files, controllers={file: files.controllers[file] for file in charts}, controller_charts=charts)


def notes_on(paths: Iterable[Path]) -> list[str]:
    """Returns notes on directories: those without values files, and those inside them that are not read."""
    from cdk8s_iter8.app.listing import empty_directories, unread_directories

    paths = list(paths)
    return [*empty_directories(paths), *unread_directories(paths)]


def _controller_note(file: Path) -> str:
    return f"{named(file)}: is left out: it holds the controller's values, no release's"
