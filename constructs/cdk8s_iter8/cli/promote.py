"""`cdk8s-iter8 promote`."""

from typing import Annotated

import typer

from cdk8s_iter8.cli.completion import complete_versions
from cdk8s_iter8.cli.edit import DryRun, File, Outputs, Synth, carry_out
from cdk8s_iter8.cli.output import Output


def promote(
    file: File,
    version: Annotated[
        str | None, typer.Argument(metavar="[VERSION]", hidden=True, autocompletion=complete_versions)
    ] = None,
    *,
    dry_run: DryRun = False,
    output: Outputs = Output.TEXT,
    synth: Synth = False,
) -> None:
    """Make a candidate the primary, in the values file.

    FILE is a values file, NAME.yaml for the release NAME. VERSION is the candidate, needed where there are several.

    If the candidate has a name in the file, it stays and the others go, in one step. If it is named after its
    position, there are two steps, so that a ready version answers all the time. First the primary gets what the
    candidate runs. When that is applied and the primary is ready, run promote again to take the others out.

    \b
    Examples:
      cdk8s-iter8 promote releases/hello.yaml
      cdk8s-iter8 promote releases/hello.yaml hello-v2 --dry-run
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.edits.edit import edited
    from cdk8s_iter8.edits.promotion import Promotion

    carry_out(lambda: edited(file, Promotion(version)), dry_run=dry_run, output=output, synth=synth)
