"""`cdk8s-iter8 template`."""

from pathlib import Path
from typing import Annotated

import typer

from cdk8s_iter8.app.files import read_releases, values_files
from cdk8s_iter8.cli.paths import Paths, fail
from cdk8s_iter8.validation.problem import ValuesError


def template(
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output-dir",
            "-o",
            metavar="DIR",
            help="Write NAME.k8s.yaml for each release into this directory, instead of standard output.",
        ),
    ] = None,
) -> None:
    """Write the YAML of releases, as synth does.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them.

    Nothing is written when anything is wrong with any of the files.

    \b
    Examples:
      cdk8s-iter8 template releases/hello.yaml | kubectl apply -f -
      cdk8s-iter8 template releases -o dist
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.app.yaml_files import write_yaml, yaml_of

    try:
        releases = read_releases(values_files(paths))
    except ValuesError as error:
        fail(error.lines)
    if output is None:
        typer.echo(yaml_of(releases.values()), nl=False)
        return
    for file, release in releases.items():
        typer.echo(write_yaml(file.stem, release, output))
