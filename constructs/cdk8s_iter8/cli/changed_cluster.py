"""What only the commands that change a cluster share: the option --timeout, and their errors."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from cdk8s_iter8.cli.cluster import connected, ended
from cdk8s_iter8.cli.paths import fail
from cdk8s_iter8.validation.duration import seconds

if TYPE_CHECKING:
    from cdk8s_iter8.cluster.connection import Connection


def _duration(text: str) -> float:
    if not re.fullmatch(r"([0-9]+(\.[0-9]+)?(ms|s|m|h))+", text):
        raise typer.BadParameter(f"{text!r} is not a duration, such as 90s, 5m or 1h30m")
    return float(seconds(text))


Timeout = Annotated[
    float, typer.Option("--timeout", metavar="DURATION", parser=_duration, help="How long each wait may last.")
]


@contextmanager
def changed_cluster(context: str | None, namespace: str | None = None) -> "Iterator[Connection]":
    """Connects to a cluster that is to be changed. Prints a line for every error and exits with 1.

    Args:
        context: The kubeconfig's context; None: the current one.
        namespace: The namespace that commands mean; None: the context's.
    """
    with connected(context, namespace) as connection:
        from cdk8s_iter8.applying.apply_error import ApplyError
        from cdk8s_iter8.applying.waiting import WaitError

        try:
            yield connection
        except (ApplyError, WaitError) as error:
            fail(error.lines)
        except KeyboardInterrupt:
            typer.echo("interrupted; the same command goes on where it was", err=True)
            ended()
