"""`cdk8s-iter8 promote`."""

from typing import Annotated

import typer

from cdk8s_iter8.cli.edit import DryRun, File, Output, Outputs, Synth, carry_out


def promote(
    file: File,
    version: Annotated[str | None, typer.Argument(metavar="[VERSION]", hidden=True)] = None,
    *,
    dry_run: DryRun = False,
    output: Outputs = Output.TEXT,
    synth: Synth = False,
) -> None:
    """Make a candidate the primary, in the values file.

    FILE is a values file, NAME.yaml for the release NAME. VERSION is the candidate, needed where there are several.

    A candidate that has a name in the file stays, and the others go: one step. One that is named after its position
    is promoted in two steps, so that a version that is ready answers all the while: the primary gets what the
    candidate runs; once that is applied and the primary is ready, promote again takes the others out.

    \b
    Examples:
      cdk8s-iter8 promote releases/hello.yaml
      cdk8s-iter8 promote releases/hello.yaml hello-v2 --dry-run
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.edits.edit import edited
    from cdk8s_iter8.edits.promotion import Promotion

    carry_out(lambda: edited(file, Promotion(version)), dry_run=dry_run, output=output, synth=synth)
