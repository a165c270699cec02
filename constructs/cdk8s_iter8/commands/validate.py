"""`cdk8s-iter8 validate`."""

import typer

from cdk8s_iter8.commands.paths import Paths, fail
from cdk8s_iter8.release_preview import title
from cdk8s_iter8.values.problem import ValuesError
from cdk8s_iter8.values_files import loaded, values_files


def validate(paths: Paths) -> None:
    """Check values: print every error, or a line for each release.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them.

    An error names the file, the line, the key, the value and what would be right. The exit code is 1 when there are
    errors.

    \b
    Examples:
      cdk8s-iter8 validate releases
      cdk8s-iter8 validate releases/hello.yaml releases/shop.yaml
    """  # noqa: D301 - lines after this character keep their breaks
    problems: list[str] = []
    try:
        files = list(values_files(paths))
    except ValuesError as error:
        fail(error)
    for file in files:
        try:
            release = loaded([file])[file]
        except ValuesError as error:
            problems += error.lines
        else:
            count = len(release.application.versions)
            typer.echo(f"{file}: {title(release)}, {count} version{'s' if count > 1 else ''}")
    if problems:
        fail(ValuesError(problems))
