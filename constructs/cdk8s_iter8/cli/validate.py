"""`cdk8s-iter8 validate`."""

from collections.abc import Iterator

import typer

from cdk8s_iter8.app.files import ValuesFiles, read_files, values_files
from cdk8s_iter8.cli.paths import Paths, fail
from cdk8s_iter8.previews.release_preview import title
from cdk8s_iter8.validation.problem import ValuesError


def validate(paths: Paths) -> None:
    """Check values: every error, or a line for each file.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them. A file controller.yaml holds the
    controller's values; whether it can serve the releases is checked, too.

    An error names the file, the line, the key, the value and what would be right. The exit code is 1 when there are
    errors.

    \b
    Examples:
      cdk8s-iter8 validate releases
      cdk8s-iter8 validate releases/hello.yaml controller.yaml
    """  # noqa: D301 - lines after this character keep their breaks
    try:
        found = read_files(values_files(paths))
    except ValuesError as error:
        fail(error.lines)
    for line in _lines(found):
        typer.echo(line)
    if found.problems:
        fail(found.problems)


def _lines(found: ValuesFiles) -> Iterator[str]:
    for file, release in found.releases.items():
        count = len(release.application.versions)
        yield f"{file}: {title(release)}, {count} version{'s' if count > 1 else ''}"
    for file, controller in found.controllers.items():
        values = controller.values
        sees = "every namespace" if values.cluster_scoped else "only its own namespace"
        yield f"{file}: {values.name} in {values.namespace}: the controller, engine {values.engine}, sees {sees}"
