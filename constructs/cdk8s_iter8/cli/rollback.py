"""`cdk8s-iter8 rollback`."""

from typing import Annotated

import typer

from cdk8s_iter8.cli.completion import complete_versions
from cdk8s_iter8.cli.edit import DryRun, File, Outputs, Synth, carry_out
from cdk8s_iter8.cli.output import Output


def rollback(
    file: File,
    version: Annotated[
        str | None, typer.Argument(metavar="[VERSION]", hidden=True, autocompletion=complete_versions)
    ] = None,
    *,
    dry_run: DryRun = False,
    output: Outputs = Output.TEXT,
    synth: Synth = False,
) -> None:
    """Take candidates out of traffic, in the values file.

    FILE is a values file, NAME.yaml for the release NAME. VERSION is the candidate; default: all of them.

    A candidate with weight gets weight 0, and stays. A candidate without weight is taken out, and so is every
    candidate of a strategy that does not use weights.

    \b
    Examples:
      cdk8s-iter8 rollback releases/hello.yaml
      cdk8s-iter8 rollback releases/hello.yaml hello-1 --dry-run
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.edits.edit import edited
    from cdk8s_iter8.edits.rollback import Rollback

    carry_out(lambda: edited(file, Rollback(version)), dry_run=dry_run, output=output, synth=synth)
