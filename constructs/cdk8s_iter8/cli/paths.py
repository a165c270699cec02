"""The files that a command is given."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

# Explained in each command's own text; typer's list of arguments would call it `<list[Path]>`.
Paths = Annotated[list[Path], typer.Argument(metavar="FILE", hidden=True)]


def fail(problems: Iterable[str]) -> NoReturn:
    """Prints what is wrong with values and exits with 1."""
    typer.echo("\n".join(problems), err=True)
    raise typer.Exit(1)
