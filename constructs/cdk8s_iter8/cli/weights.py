"""`cdk8s-iter8 weights`."""

import re
from pathlib import Path
from typing import Annotated

import typer

from cdk8s_iter8.cli.changed_cluster import Timeout, changed_cluster
from cdk8s_iter8.cli.cluster import Context, Namespace
from cdk8s_iter8.cli.completion import complete_file_or_release, complete_weights
from cdk8s_iter8.cli.edit import DryRun, Outputs, Synth, carry_out
from cdk8s_iter8.cli.output import Output
from cdk8s_iter8.cli.steps import Steps


def weights(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", hidden=True, autocompletion=complete_file_or_release)
    ],  # in a cluster a release's name
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="VERSION=WEIGHT", hidden=True, autocompletion=complete_weights),
    ] = None,
    *,
    live: Annotated[
        bool, typer.Option("--live", help="Change the weights in the cluster, until the next apply; FILE is a NAME.")
    ] = False,
    clear: Annotated[bool, typer.Option("--clear", help="End all overrides in the cluster; FILE is a NAME.")] = False,
    dry_run: DryRun = False,
    output: Outputs = Output.TEXT,
    synth: Synth = False,
    namespace: Namespace = None,
    timeout: Timeout = "1m",  # type: ignore[assignment]
    context: Context = None,
) -> None:
    """Give versions other weights, in a file or in a cluster.

    FILE is a values file, NAME.yaml for the release NAME. A weight is an integer from 0 to 1000000, relative to the
    others. With strategy mirror, a candidate's weight is the percentage of requests that are mirrored to it. Versions
    that are not named keep their weights.

    With --live the first argument is the release's name. The weights are overridden in the cluster at once, and the
    next apply restores the declared ones; --clear does so without an apply.

    \b
    Examples:
      cdk8s-iter8 weights releases/hello.yaml hello-0=90 hello-1=10
      cdk8s-iter8 weights releases/hello.yaml hello-0=50 hello-1=50 --dry-run
      cdk8s-iter8 weights hello hello-0=50 hello-1=50 --live
      cdk8s-iter8 weights hello --clear
    """  # noqa: D301 - lines after this character keep their breaks
    by_name = _by_name(wanted or [])
    if not (live or clear):
        if not by_name:
            raise typer.BadParameter("is missing", param_hint="'VERSION=WEIGHT'")
        _in_file(file, by_name, dry_run=dry_run, output=output, synth=synth)
        return
    if synth or output is Output.JSON:
        option = "'--synth'" if synth else "'--output'"
        raise typer.BadParameter("is for the values file: not together with --live or --clear", param_hint=option)
    if clear == bool(by_name):
        rule = "is not possible together with --clear" if clear else "is missing"
        raise typer.BadParameter(rule, param_hint="'VERSION=WEIGHT'")
    _in_cluster(str(file), by_name, namespace=namespace, context=context, timeout=timeout, dry_run=dry_run)


def _in_file(file: Path, by_name: dict[str, int], *, dry_run: bool, output: Output, synth: bool) -> None:
    if not file.suffix and not file.exists():
        raise typer.BadParameter(
            f"there is no file {str(file)!r}; --live changes the release of that name in the cluster",
            param_hint="'FILE'",
        )
    from cdk8s_iter8.edits.edit import edited
    from cdk8s_iter8.edits.weights import Weights

    carry_out(lambda: edited(file, Weights(by_name)), dry_run=dry_run, output=output, synth=synth)


def _in_cluster(
    name: str, by_name: dict[str, int], *, namespace: str | None, context: str | None, timeout: float, dry_run: bool
) -> None:
    """Overrides weights in the cluster; without weights, ends all overrides."""
    with changed_cluster(context, namespace) as connection:
        from cdk8s_iter8.applying.live_weights import overridable, override, wanted_weights

        release = overridable(connection, name)
        wanted = wanted_weights(release, by_name) if by_name else release.declared
        with Steps() as steps:
            steps.show(override(connection, release, wanted, timeout, dry_run=dry_run))


def _by_name(wanted: list[str]) -> dict[str, int]:
    result: dict[str, int] = {}
    for text in wanted:
        name, _, weight = text.rpartition("=")
        if not name or not re.fullmatch(r"-?[0-9]{1,20}", weight):
            raise typer.BadParameter(f"{text!r} is not VERSION=WEIGHT, the weight an integer, such as hello-1=10")
        if name in result:
            raise typer.BadParameter(f"{name!r} has two weights; keep one")
        result[name] = int(weight)
    return result
