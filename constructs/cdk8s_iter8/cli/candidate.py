"""`cdk8s-iter8 candidate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdk8s_iter8.cli.edit import DryRun, File, Outputs, Synth, carry_out
from cdk8s_iter8.cli.output import Output

if TYPE_CHECKING:
    from cdk8s_iter8.edits.edit import Edited


def candidate(
    file: File,
    *,
    name: Annotated[
        str | None, typer.Option("--name", help="Name of the candidate; default: APPLICATION-POSITION.")
    ] = None,
    image: Annotated[str | None, typer.Option("--image", help="Image of the candidate's container.")] = None,
    weight: Annotated[
        int | None,
        typer.Option("--weight", help="Weight of the candidate; default: 0, so no requests."),
    ] = None,
    specification: Annotated[
        Path | None,
        typer.Option("--from", metavar="SPEC.yaml", help="A file with the version, or with its object, to start from."),
    ] = None,
    dry_run: DryRun = False,
    output: Outputs = Output.TEXT,
    synth: Synth = False,
) -> None:
    """Add a candidate, in the values file.

    FILE is a values file, NAME.yaml for the release NAME. The candidate is a copy of the primary with another image.
    With --from it comes from SPEC.yaml: a version with the keys of a values file (image, ksvcSpecification, match,
    ...), or an object with its spec, such as a Knative Service.

    \b
    Examples:
      cdk8s-iter8 candidate releases/hello.yaml --name hello-v2 --image ghcr.io/knative/helloworld-go:v2
      cdk8s-iter8 candidate releases/hello.yaml --name hello-v2 --from service.yaml --weight 10
    """  # noqa: D301 - lines after this character keep their breaks
    if image is None and specification is None:
        raise typer.BadParameter("is needed, or --from", param_hint="'--image'")

    def make() -> "Edited":
        from cdk8s_iter8.edits.candidate import Candidate, read_version
        from cdk8s_iter8.edits.edit import edited

        version = read_version(specification) if specification else None
        return edited(file, Candidate(name, image, version, weight))

    carry_out(make, dry_run=dry_run, output=output, synth=synth)
