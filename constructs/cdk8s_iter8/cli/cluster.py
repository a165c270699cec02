"""What the commands on a cluster share: their options, and errors without a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cdk8s_iter8.cli.cluster_packages import need_cluster_packages
from cdk8s_iter8.cli.paths import fail

if TYPE_CHECKING:  # the Kubernetes client is imported by the commands that need it, when they run
    from cdk8s_iter8.cluster.connection import Connection

Context = Annotated[
    str | None, typer.Option("--context", metavar="NAME", help="The kubeconfig's context; default: the current one.")
]
Namespace = Annotated[
    str | None, typer.Option("--namespace", "-n", metavar="NAME", help="The namespace; default: the context's.")
]


@contextmanager
def connected(context: str | None, namespace: str | None) -> "Iterator[Connection]":
    """Connects to the cluster. Prints a line for every error and exits with 1.

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
