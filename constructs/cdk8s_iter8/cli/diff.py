"""`cdk8s-iter8 diff`."""

import json
from typing import Annotated

import typer

from cdk8s_iter8.cli.cluster import Context, connected, ended
from cdk8s_iter8.cli.output import Output
from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, synthesized_files
from cdk8s_iter8.cli.terminal import painted, terminal_width


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

    The API server says in a dry run what every object would be. So defaults and webhooks count, and nothing is
    changed. An object with + is made, with ~ changed, with - pruned, with = it stays, with ! it is refused. Traffic is
    shown as it is now and as it will be. Differences are no error: the exit code is 1 only if something is refused.

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
            from cdk8s_iter8.live.controllers import find_controllers
            from cdk8s_iter8.live.difference_text import difference_json, difference_lines
            from cdk8s_iter8.live.object_difference import Action
            from cdk8s_iter8.live.release_difference import release_difference

            discovery = Discovery(connection)
            controllers = find_controllers(connection, [release.application.namespace for release in given.values()])
            differences = [
                release_difference(connection, discovery, release, controllers) for release in given.values()
            ]
    except KeyboardInterrupt:
        ended()
    if output is Output.JSON:
        typer.echo(json.dumps({"releases": [difference_json(difference) for difference in differences]}, indent=2))
    else:
        width = terminal_width()
        typer.echo("\n\n".join(painted(difference_lines(difference, width)) for difference in differences))
    if any(
        difference.problems or any(one.action is Action.REFUSED for one in difference.objects)
        for difference in differences
    ):
        raise typer.Exit(1)
