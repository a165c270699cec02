"""`cdk8s-iter8 preview`."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, releases
from cdk8s_iter8.previews.release_preview import ReleasePreview, UnknownVersionError, release_preview
from cdk8s_iter8.previews.rows import NOTHING_ROUTED, omitted_words
from cdk8s_iter8.validation.source import named


class Output(StrEnum):
    """How a preview is printed."""

    TABLE = "table"
    JSON = "json"
    MERMAID = "mermaid"
    MARKDOWN = "markdown"


def preview(
    paths: Paths = None,
    *,
    output: Annotated[Output, typer.Option("--output", "-o", help="What to print.")] = Output.TABLE,
    ready: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMES", help="Show only the set in which exactly these versions are ready."),
    ] = None,
    none_ready: Annotated[bool, typer.Option("--none-ready", help="Show only the set in which none is ready.")] = False,
    name: ReleaseName = None,
    values: LayerFiles = None,
    assignments: Assignments = None,
) -> None:
    """Show who gets what, for each set of ready versions.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them; - is a release from a pipe, named by
    --name. -f and --set lay further values over it, as with Helm.

    Percentages come from the declared weights. With more than 6 versions, these sets are shown: all ready, all but
    one ready, and none ready.

    JSON is an object with a list for every file. The list has an entry for every set.

    \b
    Examples:
      cdk8s-iter8 preview releases/hello.yaml
      cdk8s-iter8 preview releases/hello.yaml --ready hello-0,hello-2
      cdk8s-iter8 preview releases -o markdown
    """  # noqa: D301 - lines after this character keep their breaks
    names, given = _names(ready, none_ready), releases(asked(paths, name, values, assignments))
    try:
        previews = {named(file): release_preview(release, names) for file, release in given.items()}
    except UnknownVersionError as error:
        raise typer.BadParameter(str(error), param_hint="'--ready'") from error
    if output in (Output.JSON, Output.MERMAID):
        _note(previews)
    typer.echo(_rendered(previews, output), nl=False)


def _names(ready: list[str] | None, none_ready: bool) -> list[str] | None:
    names = [name.strip() for value in ready or () for name in value.split(",") if name.strip()]
    if none_ready and names:
        raise typer.BadParameter("is not possible together with --ready", param_hint="'--none-ready'")
    return None if ready is None and not none_ready else names


def _note(previews: dict[str, ReleasePreview]) -> None:
    """Prints notes on standard error."""
    for file, release in previews.items():
        if note := omitted_words(release) or ("" if release.plan else NOTHING_ROUTED):
            typer.echo(f"{file}: {note}", err=True)


def _rendered(previews: dict[str, ReleasePreview], output: Output) -> str:
    match output:
        case Output.TABLE:
            from cdk8s_iter8.previews.table import preview_table
            from cdk8s_iter8.previews.terminal_text import to_text

            return "\n\n".join(to_text(preview_table(release)) for release in previews.values())
        case Output.JSON:
            from cdk8s_iter8.previews.release_preview import preview_json

            return json.dumps({file: preview_json(release) for file, release in previews.items()}, indent=2) + "\n"
        case Output.MERMAID:
            from cdk8s_iter8.previews.mermaid import preview_mermaid

            return preview_mermaid(list(previews.values()))
        case Output.MARKDOWN:
            from cdk8s_iter8.previews.markdown import preview_markdown

            return "\n".join(map(preview_markdown, previews.values()))
