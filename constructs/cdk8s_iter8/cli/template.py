"""`cdk8s-iter8 template`."""

from pathlib import Path
from typing import Annotated

import typer

from cdk8s_iter8.app.files import app_files, controller_beside, read_files
from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, fail, notes_on
from cdk8s_iter8.validation.problem import ValuesError


def template(
    paths: Paths = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output-dir",
            "-o",
            metavar="DIR",
            help="Write NAME.k8s.yaml for each release into this directory, instead of standard output.",
        ),
    ] = None,
    name: ReleaseName = None,
    values: LayerFiles = None,
    assignments: Assignments = None,
) -> None:
    """Write the YAML of releases, as synth does.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them; - is a release from a pipe, named by
    --name. -f and --set lay further values over it, as with Helm.

    Nothing is written when anything is wrong with any of the files.

    \b
    Examples:
      cdk8s-iter8 template releases/hello.yaml | kubectl apply -f -
      cdk8s-iter8 template releases -o dist
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.app.yaml_files import write_yaml, yaml_of

    given = asked(paths, name, values, assignments)
    # As in synthesis, the controller beside the directory of a release says which version an HTTPRoute is of.
    beside = [file for path in given.paths if not path.is_dir() for file in controller_beside(path.parent)]
    try:
        read = read_files(app_files([*beside, *given.paths]), given.names, given.layers())
        notes = notes_on(given.paths)
    except ValuesError as error:
        fail(error.lines)
    if read.problems:
        fail(read.problems)
    for note in notes:
        typer.echo(note, err=True)
    if output is None:
        typer.echo(yaml_of(read.releases.values()), nl=False)
        return
    for file, release in read.releases.items():
        typer.echo(write_yaml(given.names.get(file, file.stem), release, output))
