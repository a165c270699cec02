"""`cdk8s-iter8 apply`."""

from typing import Annotated

import typer

from cdk8s_iter8.cli.changed_cluster import Timeout, changed_cluster
from cdk8s_iter8.cli.cluster import Context
from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, synthesized_files


def apply(
    paths: Paths = None,
    *,
    name: ReleaseName = None,
    values: LayerFiles = None,
    assignments: Assignments = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Ask the API server what would be done, and change nothing.")
    ] = False,
    timeout: Timeout = "5m",  # type: ignore[assignment]
    force_conflicts: Annotated[
        bool, typer.Option("--force-conflicts", help="Take over fields that other field managers have applied.")
    ] = False,
    adopt: Annotated[
        bool, typer.Option("--adopt", help="Take over objects that belong to Argo CD, Flux, Helm or another release.")
    ] = False,
    context: Context = None,
) -> None:
    """Apply releases to a cluster without losing a request.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them; - is a release from a pipe, named by
    --name. -f and --set lay further values over it, as with Helm. What is applied is what synth would write.

    First the API server is asked about every object; if it refuses one, nothing is changed. Then the versions are
    applied. When one that answers is ready, the weights and the routemap follow. When the route is as declared and all
    versions with weight are ready, what the values no longer have is deleted, once the route gives it nothing.

    An interrupted apply is run again. Overrides of weights (weights --live) end.

    \b
    Examples:
      cdk8s-iter8 apply releases/hello.yaml
      cdk8s-iter8 apply releases --dry-run
      cdk8s-iter8 apply releases/hello.yaml -f prod/hello.yaml --context production --timeout 10m
    """  # noqa: D301 - lines after this character keep their breaks
    given = synthesized_files(asked(paths, name, values, assignments)).releases
    with changed_cluster(context) as connection:
        from cdk8s_iter8.applying.apply import Apply
        from cdk8s_iter8.applying.preparation import ApplyError, Permission, planned, prepare

        permission = Permission(force_conflicts, adopt)
        prepared, problems = [], list[str]()
        for release in given.values():
            try:
                prepared.append(prepare(connection, release, permission))
            except ApplyError as error:
                problems += error.lines
        if problems:
            raise ApplyError(problems)
        for each in prepared:
            for note in each.notes:
                typer.echo(note, err=True)
            for line in planned(each) if dry_run else Apply(connection, permission, timeout).run(each):
                typer.echo(line)
