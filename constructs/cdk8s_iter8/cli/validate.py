"""`cdk8s-iter8 validate`."""

import json
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from cdk8s_iter8.app.files import ValuesFiles, read_files
from cdk8s_iter8.app.listing import app_files
from cdk8s_iter8.cli.output import Output
from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, fail, notes_on
from cdk8s_iter8.previews.release_preview import title
from cdk8s_iter8.validation.problem import PlacedProblem, ValuesError, dotted
from cdk8s_iter8.validation.source import named


def validate(
    paths: Paths = None,
    *,
    output: Annotated[Output, typer.Option("--output", "-o", help="What to print.")] = Output.TEXT,
    name: ReleaseName = None,
    values: LayerFiles = None,
    assignments: Assignments = None,
) -> None:
    """Check values: show every error, or a line for each file.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them; - is a release from a pipe, named by
    --name. A file controller.yaml holds the controller's values. With a directory, the controller.yaml beside it is
    read, too, and it is checked that the controller can serve the releases. synth accepts what passes here.

    An error names the file, the line, the key, the value and what would be right. The exit code is 1 when there are
    errors.

    \b
    Examples:
      cdk8s-iter8 validate releases
      cdk8s-iter8 validate releases/hello.yaml controller.yaml
      cdk8s-iter8 validate releases -o json
    """  # noqa: D301 - lines after this character keep their breaks
    given = asked(paths, name, values, assignments)
    try:
        files = read_files(app_files(given.paths), given.names, given.layers())
        notes = notes_on(given.paths)
    except ValuesError as error:
        files, notes = ValuesFiles({}, {}, error.problems), []
    for note in notes:
        typer.echo(note, err=True)
    if output is Output.JSON:
        typer.echo(json.dumps({"files": list(_files(files)), "problems": _problems(files.problems)}, indent=2))
        raise typer.Exit(1 if files.problems else 0)
    for line in _lines(files):
        typer.echo(line)
    if files.problems:
        fail(files.problems)


def _lines(files: ValuesFiles) -> Iterator[str]:
    for file, release in files.releases.items():
        count = len(release.application.versions)
        yield f"{named(file)}: {title(release)}, {count} version{'s' if count > 1 else ''}"
    for file, controller in files.controllers.items():
        values = controller.values
        sees = "every namespace" if values.cluster_scoped else "only its own namespace"
        yield f"{named(file)}: {values.name} in {values.namespace}: the controller, engine {values.engine}, sees {sees}"


def _files(files: ValuesFiles) -> Iterator[dict[str, object]]:
    for file, release in files.releases.items():
        application = release.application
        yield {
            "file": named(file),
            "kind": "release",
            "name": application.name,
            "namespace": application.namespace,
            "environment": release.values.environment,
            "strategy": release.strategy.name,
            "versions": [version.name for version in application.versions],
        }
    for file, controller in files.controllers.items():
        values = controller.values
        yield {"file": named(file), "kind": "controller", "name": values.name, "namespace": values.namespace}


def _problems(problems: Iterable[PlacedProblem]) -> list[dict[str, object]]:
    return [
        {"file": there.file, "line": there.line, "path": dotted(there.problem.path), "message": there.problem.message}
        for there in problems
    ]
