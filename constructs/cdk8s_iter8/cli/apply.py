"""`cdk8s-iter8 apply`."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from cdk8s_iter8.cli.changed_cluster import Timeout, changed_cluster
from cdk8s_iter8.cli.cluster import Context
from cdk8s_iter8.cli.output import Output
from cdk8s_iter8.cli.paths import Assignments, LayerFiles, Paths, ReleaseName, asked, synthesized_files
from cdk8s_iter8.cli.steps import Steps

if TYPE_CHECKING:
    from cdk8s_iter8.applying.applied_object import Permission
    from cdk8s_iter8.applying.preparation import Prepared
    from cdk8s_iter8.cluster.connection import Connection
    from cdk8s_iter8.release.resolved import ResolvedRelease


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
    output: Annotated[Output, typer.Option("--output", "-o", help="What to print.")] = Output.TEXT,
    context: Context = None,
) -> None:
    """Apply releases to a cluster without losing a request.

    FILE is a values file, NAME.yaml for the release NAME, or a directory of them; - is a release from a pipe, named by
    --name. -f and --set lay further values over it, as with Helm. What is applied is what synth would write, into the
    namespaces that the values say.

    First the API server is asked about every object. If it refuses one, nothing is changed. Then the versions are
    applied. When a version that answers is ready, the weights and the routemap follow. When the route is as declared
    and all versions with weight are ready, objects that the values no longer have are deleted, but none that still
    gets requests from the route.

    If an apply is interrupted, run it again. An apply ends overrides of weights (weights --live).

    \b
    Examples:
      cdk8s-iter8 apply releases/hello.yaml
      cdk8s-iter8 apply releases --dry-run -o json
      cdk8s-iter8 apply releases/hello.yaml -f prod/hello.yaml --context production --timeout 10m
    """  # noqa: D301 - lines after this character keep their breaks
    given = synthesized_files(asked(paths, name, values, assignments)).releases
    with changed_cluster(context) as connection:
        from cdk8s_iter8.applying.applied_object import Permission
        from cdk8s_iter8.applying.apply import Apply
        from cdk8s_iter8.applying.apply_error import ApplyError
        from cdk8s_iter8.applying.preparation import planned
        from cdk8s_iter8.applying.report import apply_json
        from cdk8s_iter8.applying.waiting import WaitError
        from cdk8s_iter8.cluster.api_error import CallError
        from cdk8s_iter8.live.controllers import find_controllers

        permission = Permission(force_conflicts, adopt)
        reports: list[dict[str, object]] = []
        problems: list[str] = []
        try:
            releases = _prepared(connection, given.values(), permission)
            controllers = find_controllers(connection, [prepared.key.namespace for prepared in releases])
            for prepared in releases:
                for note in prepared.notes:
                    typer.echo(note, err=True)
                run = Apply(connection, permission, controllers, timeout).run
                with Steps(err=output is Output.JSON) as steps:
                    try:
                        steps.show(planned(prepared) if dry_run else run(prepared))
                    finally:
                        reports.append(apply_json(prepared.key, steps.done, dry_run=dry_run))
        except (ApplyError, WaitError) as error:
            problems = [*error.lines]
            raise
        except CallError as error:
            problems = [str(error)]
            raise
        finally:
            if output is Output.JSON:
                typer.echo(json.dumps({"releases": reports, "problems": problems}, indent=2))


def _prepared(
    connection: "Connection", releases: "Iterable[ResolvedRelease]", permission: "Permission"
) -> "list[Prepared]":
    """Prepares all releases, so that every reason why one cannot be applied is told before anything is changed."""
    from cdk8s_iter8.applying.apply_error import ApplyError
    from cdk8s_iter8.applying.preparation import prepare

    prepared, problems = [], list[str]()
    for release in releases:
        try:
            prepared.append(prepare(connection, release, permission))
        except ApplyError as error:
            problems += error.lines
    if problems:
        raise ApplyError(problems)
    return prepared
