"""`cdk8s-iter8 weights`."""

import re
from typing import Annotated

import typer

from cdk8s_iter8.cli.edit import DryRun, File, Output, Outputs, Synth, carry_out


def weights(
    file: File,
    wanted: Annotated[list[str], typer.Argument(metavar="VERSION=WEIGHT...", hidden=True)],
    *,
    dry_run: DryRun = False,
    output: Outputs = Output.TEXT,
    synth: Synth = False,
) -> None:
    """Give versions other weights, in the values file.

    FILE is a values file, NAME.yaml for the release NAME. A weight is an integer from 0 to 1000000, relative to the
    others. With strategy mirror, a candidate's weight is the percentage of requests that are mirrored to it. Versions
    that are not named keep their weights.

    \b
    Examples:
      cdk8s-iter8 weights releases/hello.yaml hello-0=90 hello-1=10
      cdk8s-iter8 weights releases/hello.yaml hello-0=50 hello-1=50 --dry-run
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.edits.edit import edited
    from cdk8s_iter8.edits.weights import Weights

    by_name = _by_name(wanted)
    carry_out(lambda: edited(file, Weights(by_name)), dry_run=dry_run, output=output, synth=synth)


def _by_name(wanted: list[str]) -> dict[str, int]:
    result: dict[str, int] = {}
    for text in wanted:
        name, _, weight = text.rpartition("=")
        if not name or not re.fullmatch(r"-?[0-9]{1,20}", weight):
            raise typer.BadParameter(f"{text!r} is not VERSION=WEIGHT, the weight an integer, such as hello-1=10")
        if name in result:
            raise typer.BadParameter(f"{name!r} has two weights; keep one")
        result[name] = int(weight)
    return result
