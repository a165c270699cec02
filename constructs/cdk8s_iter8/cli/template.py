"""`cdk8s-iter8 template`."""

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, fail, synthesized_files


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
    --name. -f and --set lay further values over it, as with Helm. With a directory the controller.yaml beside it is
    written too.

    If any file has errors, nothing is written. When all files of a directory are written, the files of releases and
    controllers that are gone are removed from DIR. Files of other programs stay.

    \b
    Examples:
      cdk8s-iter8 template releases/hello.yaml | kubectl apply -f -
      cdk8s-iter8 template releases -o dist
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.app.yaml_files import remove_stale, write_yaml, yaml_of

    given = asked(paths, name, values, assignments)
    files = synthesized_files(given)
    charts = chain(  # each is written before the next one's objects are made
        ((given.names.get(file, file.stem), list(release.manifests())) for file, release in files.releases.items()),
        files.controller_charts.values(),
    )
    if output is None:
        typer.echo(yaml_of(charts), nl=False)
        return
    try:
        written = write_yaml(charts, output)
        stale = remove_stale(output, written) if any(path.is_dir() for path in given.paths) else []
    except OSError as error:
        fail([f"{output}: cannot be written: {error.strerror or error}"])
    typer.echo("".join(f"{file}\n" for file in written), nl=False)
    typer.echo("".join(f"{file}: removed\n" for file in stale), nl=False, err=True)
