"""`cdk8s-iter8 diff`."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from cdk8s_iter8.cli.cluster import Context, connected, ended
from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, synthesized_files


class Output(StrEnum):
    """What a difference is printed as."""

    TEXT = "text"
    JSON = "json"


def diff(
    paths: Paths = None,
    *,
    context: Context = None,
    output: Annotated[Output, typer.Option("--output", "-o", help="What to print.")] = Output.TEXT,
    name: ReleaseName = None,
    values: LayerFiles = None,
    assignments: Assignments = None,
) -> None:
    """Show what an apply of values files would change.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them; - is a release from a pipe, named by
    --name. -f and --set lay further values over it, as with Helm.

    The API server is asked in a dry run what each object would be, so defaults and webhooks count, and nothing is
    changed. + is made, ~ is changed, - is pruned, = stays, ! is refused. Traffic is shown as it is now and as it will
    be.

    \b
    Examples:
      cdk8s-iter8 diff releases/hello.yaml
      cdk8s-iter8 diff releases -o json
      cdk8s-iter8 diff releases/hello.yaml --set application.versions[hello-1].weight=10
    """  # noqa: D301 - lines after this character keep their breaks
    given = synthesized_files(asked(paths, name, values, assignments)).releases
    try:
        with connected(context, None) as connection:
            from cdk8s_iter8.cluster.discovery import Discovery
            from cdk8s_iter8.live.difference_text import difference_json, difference_lines
            from cdk8s_iter8.live.object_difference import Action
            from cdk8s_iter8.live.release_difference import release_difference

            discovery = Discovery(connection)
            found = [release_difference(connection, discovery, release) for release in given.values()]
    except KeyboardInterrupt:
        ended()
    if output is Output.JSON:
        typer.echo(json.dumps({"releases": [difference_json(each) for each in found]}, indent=2))
    else:
        typer.echo("\n\n".join("\n".join(difference_lines(each)) for each in found))
    if any(each.problems or any(one.action is Action.REFUSED for one in each.objects) for each in found):
        raise typer.Exit(1)
