"""`cdk8s-iter8 controller`."""

import asyncio
import os
from enum import StrEnum
from typing import Annotated

import typer

from cdk8s_iter8.cli.cluster_packages import need_cluster_packages
from cdk8s_iter8.cli.paths import fail
from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.validation.problem import ValuesError


class LogFormat(StrEnum):
    """How a line of the log is written."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """The lowest level of the log."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def controller(  # noqa: PLR0917 - options, which typer passes by name
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be applied, change nothing, end.")] = False,
    listen: Annotated[
        str, typer.Option(metavar="HOST:PORT", help="Where to serve /healthz, /readyz and /metrics; empty: nowhere.")
    ] = "127.0.0.1:8080",
    log_format: Annotated[LogFormat, typer.Option(help="How the log is written.")] = LogFormat.TEXT,
    log_level: Annotated[LogLevel, typer.Option(help="The lowest level of the log.")] = LogLevel.INFO,
    lease: Annotated[str, typer.Option(metavar="NAME", help="The Lease by which replicas agree.")] = "cdk8s-iter8",
    iter8_version: Annotated[
        str, typer.Option(metavar="LABEL", help="The label iter8.tools/version of the routemaps to take.")
    ] = ITER8_VERSION,
    drain_seconds: Annotated[
        float, typer.Option(min=0, max=30, help="How long a version stays after the route without it was applied.")
    ] = 5.0,
) -> None:
    """Run the controller that keeps routes right.

    It takes the place of Iter8's controller: the same routemaps, the same config.yaml. It reads the environment
    variables CONFIG_FILE (Iter8's config.yaml), POD_NAME and POD_NAMESPACE, and KUBECONFIG; without KUBECONFIG it
    logs in as the pod's ServiceAccount.

    \b
    Examples:
      cdk8s-iter8 controller --listen :8080
      cdk8s-iter8 controller --dry-run
    """  # noqa: D301 - lines after this character keep their breaks
    need_cluster_packages()
    from cdk8s_iter8.cluster.api_error import LoginError
    from cdk8s_iter8.engine import dry_run as dry_runs
    from cdk8s_iter8.engine.controller import run
    from cdk8s_iter8.engine.log import start_log
    from cdk8s_iter8.engine.settings import settings_of

    start_log(log_format.value, log_level.value)
    try:
        settings = settings_of(
            os.environ, listen=listen, lease=lease, iter8_version=iter8_version, drain_seconds=drain_seconds
        )
        if dry_run:
            for line in asyncio.run(dry_runs.dry_run(settings)):
                typer.echo(line)
        else:
            asyncio.run(run(settings))
    except ValuesError as error:
        fail(error.lines)
    except LoginError as error:
        fail([str(error)])
