"""What the commands that act on a cluster share: their options, and how their errors are told."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from cdk8s_iter8.cli.paths import fail
from cdk8s_iter8.validation.duration import seconds

if TYPE_CHECKING:
    from cdk8s_iter8.cluster.connection import Connection


def _duration(text: str) -> float:
    if not re.fullmatch(r"([0-9]+(\.[0-9]+)?(ms|s|m|h))+", text):
        raise typer.BadParameter(f"{text!r} is not a duration, such as 90s, 5m or 1h30m")
    return float(seconds(text))


Context = Annotated[
    str | None, typer.Option("--context", metavar="NAME", help="The kubeconfig's context; default: the current one.")
]
Namespace = Annotated[
    str | None,
    typer.Option("--namespace", "-n", metavar="NAME", help="The release's namespace; default: the context's."),
]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="DURATION", parser=_duration, help="How long each wait may last.")
]


@contextmanager
def cluster(context: str | None, namespace: str | None = None) -> "Iterator[Connection]":
    """Connects to a cluster; prints what goes wrong there, a line each, and exits with 1.

    Args:
        context: The kubeconfig's context; None: the current one.
        namespace: The namespace that commands mean; None: the context's.
    """
    from cdk8s_iter8.applying.preparation import ApplyError
    from cdk8s_iter8.applying.waiting import WaitError
    from cdk8s_iter8.cluster.api_error import APIError, LoginError
    from cdk8s_iter8.cluster.connection import connect
    from cdk8s_iter8.cluster.releases import ReleaseNotThereError

    try:
        with connect(context, namespace) as connection:
            yield connection
    except (LoginError, APIError) as error:
        fail([error])
    except (ApplyError, WaitError, ReleaseNotThereError) as error:
        fail(error.lines)
    except KeyboardInterrupt:
        fail(["interrupted; the same command goes on where it was"])
