"""`cdk8s-iter8 delete`."""

from typing import Annotated

import typer

from cdk8s_iter8.cli.changed_cluster import Timeout, changed_cluster
from cdk8s_iter8.cli.cluster import Context, Namespace
from cdk8s_iter8.cli.completion import complete_releases
from cdk8s_iter8.cli.steps import Steps
from cdk8s_iter8.cli.terminal import fitted


def delete(
    name: Annotated[str, typer.Argument(metavar="NAME", hidden=True, autocompletion=complete_releases)],
    *,
    namespace: Namespace = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be deleted, and change nothing.")] = False,
    timeout: Timeout = "2m",  # type: ignore[assignment]
    owned: Annotated[
        bool, typer.Option("--owned", help="Delete objects that belong to Argo CD, Flux or Helm, too.")
    ] = False,
    context: Context = None,
) -> None:
    """Delete a release, and wait until all of it is gone.

    NAME is the release's name. Versions in other namespaces go first, then the routemap, then the route, then the
    rest: in this order the route does not come back. If objects are still there at the end, they are named, with their
    finalizers and what to do. If a deletion is interrupted, run it again.

    \b
    Examples:
      cdk8s-iter8 delete hello
      cdk8s-iter8 delete hello --namespace shop --dry-run
    """  # noqa: D301 - lines after this character keep their breaks
    with changed_cluster(context, namespace) as connection:
        from cdk8s_iter8.applying import deletion
        from cdk8s_iter8.live.kinds import object_words

        what = deletion.doomed(connection, name, owned=owned)
        if dry_run:
            for key in what.all():
                typer.echo(fitted(f"{object_words(key)}: would be deleted"))
            return
        with Steps() as steps:
            steps.show(deletion.delete(connection, what, timeout))
