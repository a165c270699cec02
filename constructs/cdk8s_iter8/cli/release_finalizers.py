"""`cdk8s-iter8 release-finalizers`."""

import asyncio
from typing import Annotated

import typer

from cdk8s_iter8.cli.cluster_packages import need_cluster_packages
from cdk8s_iter8.cli.paths import fail


def release_finalizers(
    namespace: Annotated[
        str | None, typer.Option("--namespace", "-n", help="The only namespace to look at; default: all.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be released, and change nothing.")] = False,
) -> None:
    """Release objects that wait for a controller that is gone.

    Iter8's controller and this project's own put the finalizer iter8.tools/finalizer on objects of versions. If the
    controller is removed before the releases, the deletion of these objects does not end until this command has taken
    the finalizer off. Run it after the controller is removed. It logs in as kubectl does, with KUBECONFIG or
    ~/.kube/config.

    \b
    Examples:
      cdk8s-iter8 release-finalizers
      cdk8s-iter8 release-finalizers -n default --dry-run
    """  # noqa: D301 - lines after this character keep their breaks
    need_cluster_packages()
    from cdk8s_iter8.cluster.api_error import LoginError
    from cdk8s_iter8.engine.release_finalizers import release_everything

    async def run() -> bool:
        complete = True
        async for line in release_everything(namespace, dry_run=dry_run):
            typer.echo(line.text, err=line.failed)
            complete = complete and not line.failed
        return complete

    try:
        complete = asyncio.run(run())
    except LoginError as error:
        fail([str(error)])
    if not complete:
        raise typer.Exit(1)
