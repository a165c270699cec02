"""`cdk8s-iter8 set`."""

from typing import Annotated

import typer

from cdk8s_iter8.cli.edit import DryRun, File, Outputs, Synth, carry_out
from cdk8s_iter8.cli.output import Output
from cdk8s_iter8.validation.problem import ValuesError


def set_value(
    file: File,
    assignment: Annotated[str, typer.Argument(metavar="PATH=VALUE", hidden=True)],
    *,
    dry_run: DryRun = False,
    output: Outputs = Output.TEXT,
    synth: Synth = False,
) -> None:
    """Change one value, in the values file.

    FILE is a values file, NAME.yaml for the release NAME. PATH is written as in errors; a version may stand there by
    its name. VALUE is YAML: 1 is a number, '"1"' is a string. null takes the key out.

    \b
    Examples:
      cdk8s-iter8 set releases/hello.yaml application.strategy=mirror
      cdk8s-iter8 set releases/hello.yaml 'application.versions[hello-1].weight=10'
      cdk8s-iter8 set releases/hello.yaml "application.metadata.labels['example.com/team']=greeters"
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.edits.assignment import Assignment
    from cdk8s_iter8.edits.edit import repaired
    from cdk8s_iter8.values.value_path import AssignmentError

    try:
        wanted = Assignment.parsed(assignment)
    except (AssignmentError, ValuesError) as error:
        raise typer.BadParameter(str(error), param_hint="'PATH=VALUE'") from error
    carry_out(lambda: repaired(file, wanted), dry_run=dry_run, output=output, synth=synth)
