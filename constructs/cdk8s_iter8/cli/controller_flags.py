"""`cdk8s-iter8 controller-flags`."""

from enum import StrEnum
from typing import Annotated

import typer

from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, fail, releases
from cdk8s_iter8.validation.problem import ValuesError


class Output(StrEnum):
    """How the controller's values are printed."""

    FLAGS = "flags"
    VALUES = "values"


def controller_flags(
    paths: Paths = None,
    *,
    output: Annotated[
        Output, typer.Option("--output", "-o", help="Options for the command line, or a values file.")
    ] = Output.FLAGS,
    name: ReleaseName = None,
    values: LayerFiles = None,
    assignments: Assignments = None,
) -> None:
    """Print what a controller installed with Helm needs.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them; - is a release from a pipe, named by
    --name. -f and --set lay further values over it, as with Helm.

    The controller must know every type of object that the releases use, and have the permission to read it. Types
    that Iter8's chart does not have are printed as options for helm upgrade --install. If the chart's own values are
    enough, nothing is printed.

    \b
    Examples:
      cdk8s-iter8 controller-flags releases
      cdk8s-iter8 controller-flags releases -o values > controller-values.yaml
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.controller.flags import controller_flags as flags

    given = releases(asked(paths, name, values, assignments))
    try:
        options = flags(given.values())
    except ValuesError as error:
        fail(error.lines)
    text = options.command_line() if output is Output.FLAGS else options.values_file().rstrip("\n")
    if text:
        typer.echo(text)
    else:
        typer.echo("The chart's own values are enough.", err=True)
