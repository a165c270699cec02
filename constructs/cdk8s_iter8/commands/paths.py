"""The files that a command is given."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from cdk8s_iter8.values.problem import ValuesError

# Explained in each command's own text; typer's list of arguments would call it `<list[Path]>`.
Paths = Annotated[list[Path], typer.Argument(metavar="FILE", hidden=True)]


def fail(error: ValuesError) -> NoReturn:
    """Prints what is wrong with values and exits with 1."""
    typer.echo("\n".join(error.lines), err=True)
    raise typer.Exit(1) from error
