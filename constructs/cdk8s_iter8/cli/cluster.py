"""What the commands on a cluster share: their options, and errors without a traceback."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from cdk8s_iter8.cli.cluster_packages import need_cluster_packages
from cdk8s_iter8.cli.paths import fail

if TYPE_CHECKING:  # the Kubernetes client is imported by the commands that need it, when they run
    from cdk8s_iter8.cluster.connection import Connection

T = TypeVar("T")

Context = Annotated[
    str | None, typer.Option("--context", metavar="NAME", help="The kubeconfig's context; default: the current one.")
]
Namespace = Annotated[
    str | None, typer.Option("--namespace", "-n", metavar="NAME", help="The namespace; default: the context's.")
]


@contextmanager
def connected(context: str | None, namespace: str | None) -> "Iterator[Connection]":
    """Connects to the cluster, and turns what goes wrong with it into lines and exit code 1.

    Args:
        context: The kubeconfig's context; None: the current one.
        namespace: The namespace; None: the context's.
    """
    need_cluster_packages()
    from cdk8s_iter8.cluster.api_error import APIError, LoginError
    from cdk8s_iter8.cluster.connection import connect
    from cdk8s_iter8.cluster.discovery import UnknownKindError
    from cdk8s_iter8.cluster.releases import ReleaseNotThereError

    try:
        with connect(context, namespace) as connection:
            yield connection
    except ReleaseNotThereError as error:
        fail(error.lines)
    except (APIError, LoginError, UnknownKindError) as error:
        fail([error])


def ended() -> NoReturn:
    """Ends after Ctrl-C, as programs do."""
    raise typer.Exit(130)


def complete_releases(ctx: typer.Context, incomplete: str) -> list[str]:
    """Completes the name of a release, if the cluster answers at once."""
    return _tried(lambda: _release_names(ctx, incomplete)) or []


def _release_names(ctx: typer.Context, incomplete: str) -> list[str]:
    from urllib3 import Timeout

    from cdk8s_iter8.cluster.connection import connect
    from cdk8s_iter8.cluster.releases import find_releases

    with connect(ctx.params.get("context"), ctx.params.get("namespace")) as connection:
        connection.timeout = Timeout(connect=0.5, read=1)
        names = {key.name for key in find_releases(connection)} - set(ctx.params.get("names") or ())
        return sorted(name for name in names if name.startswith(incomplete))


def _tried(call: Callable[[], T]) -> T | None:
    try:
        return call()
    except Exception:  # a shell that completes must not see an error
        return None
