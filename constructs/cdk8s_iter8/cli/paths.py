"""The files that a command is given."""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from cdk8s_iter8.app.files import empty_directories, is_controller, read_releases, unread_directories, values_files
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import STANDARD_INPUT, named

# Explained in each command's own text; typer's list of arguments would call it `<list[Path]>`.
Paths = Annotated[list[Path], typer.Argument(metavar="FILE", hidden=True)]
ReleaseName = Annotated[
    str | None, typer.Option("--name", metavar="NAME", help="Name of the release that FILE - reads from a pipe.")
]


def fail(problems: Iterable[object]) -> NoReturn:
    """Prints what is wrong with values, a line each, and exits with 1."""
    typer.echo("\n".join(map(str, problems)), err=True)
    raise typer.Exit(1)


def releases(paths: list[Path], name: str | None) -> Mapping[Path, ResolvedRelease]:
    """Reads the releases that a command is given; prints errors and exits with 1 when anything is wrong with one.

    Args:
        paths: Files and directories; `STANDARD_INPUT` is what is piped in. Controllers are left out.
        name: The name of the release that is piped in.

    Returns:
        The releases by file. What else was given is told on standard error.
    """
    piped = piped_name(paths, name)
    try:
        read = read_releases(values_files(paths), piped)
        notes = list(chain(notes_on(paths), map(_controller_note, filter(is_controller, paths))))
    except ValuesError as error:
        fail(error.lines)
    for note in notes:
        typer.echo(note, err=True)
    return read


def piped_name(paths: list[Path], name: str | None) -> str:
    """Returns the name of the release that is piped in; empty: none is.

    Raises:
        BadParameter: There is a name and no such release, or the other way round, or it is given twice.
    """
    count = paths.count(STANDARD_INPUT)
    if count > 1:
        raise typer.BadParameter("'-' is given twice", param_hint="'FILE'")
    if count and not name:
        raise typer.BadParameter("is needed with FILE -: the release's name", param_hint="'--name'")
    if name and not count:
        raise typer.BadParameter("is for FILE - alone: a file is named for its release", param_hint="'--name'")
    return name or ""


def notes_on(paths: Iterable[Path]) -> list[str]:
    """Returns a line for each directory that holds nothing to read, or directories that are not read."""
    paths = list(paths)
    return [*empty_directories(paths), *unread_directories(paths)]


def _controller_note(file: Path) -> str:
    return f"{named(file)}: is left out: it holds the controller's values, no release's"
