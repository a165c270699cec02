"""`cdk8s-iter8 status`."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import TypeAdapter

from cdk8s_iter8.cli.cluster import Context, Namespace, connected, ended
from cdk8s_iter8.cli.completion import complete_releases
from cdk8s_iter8.cli.paths import Assignments, LayerFiles, asked, fail, synthesized_files
from cdk8s_iter8.validation.duration import Duration, seconds
from cdk8s_iter8.validation.problem import as_text, printable

if TYPE_CHECKING:
    from cdk8s_iter8.live.release_status import ReleaseStatus
    from cdk8s_iter8.live.statuses import Statuses

_PAUSE = 1.0


class Output(StrEnum):
    """How a status is printed."""

    TABLE = "table"
    JSON = "json"


def status(  # noqa: PLR0917 - options, which typer passes by name
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", hidden=True, autocompletion=complete_releases)
    ] = None,
    files: Annotated[
        list[Path] | None,
        typer.Option("--file", metavar="FILE", help="A values file, or a directory, to compare the cluster with."),
    ] = None,
    context: Context = None,
    namespace: Namespace = None,
    everywhere: Annotated[bool, typer.Option("--all-namespaces", "-A", help="The releases of all namespaces.")] = False,
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Go on, and show every change.")] = False,
    wait: Annotated[
        str | None,
        typer.Option(
            "--wait",
            metavar="DURATION",
            help="Wait so long, such as 5m, until all is as declared; exit code 1 if it is not.",
        ),
    ] = None,
    output: Annotated[Output, typer.Option("--output", "-o", help="What to print.")] = Output.TABLE,
    values: LayerFiles = None,
    assignments: Assignments = None,
) -> None:
    """Show releases in a cluster: readiness, weights, route.

    NAME is a release; default: all releases of the namespace, or with --file those of the files.

    A release is as declared when every version is ready and serves what was applied last, no annotation overrides a
    weight, and the route is what the routemap says. With --file, the routemap and the versions must also be what the
    file makes. The command only reads: it needs get and list for ConfigMaps, and get for the versions' objects and the
    route; with list for these, too, it takes fewer calls.

    \b
    Examples:
      cdk8s-iter8 status
      cdk8s-iter8 status hello --watch
      cdk8s-iter8 status --file releases/hello.yaml --wait 5m
      cdk8s-iter8 status -A -o json
    """  # noqa: D301 - lines after this character keep their breaks
    deadline = None if wait is None else time.monotonic() + _seconds(wait)
    if files and (namespace or everywhere):
        raise typer.BadParameter("is not possible together with --file, which says the namespace", param_hint="'-n/-A'")
    wanted = list(synthesized_files(asked(files, None, values, assignments)).releases.values()) if files else []
    if not files and (values or assignments):
        raise typer.BadParameter("is for --file alone, over which it lays values", param_hint="'-f/--set'")
    if names and files:
        absent = [name for name in names if all(release.application.name != name for release in wanted)]
        if absent:
            raise typer.BadParameter(f"{', '.join(map(repr, absent))}: no file of --file is of this release")
        wanted = [release for release in wanted if release.application.name in names]
    try:
        with connected(context, namespace) as connection:
            from cdk8s_iter8.live.statuses import Statuses

            statuses = Statuses(connection, names or (), wanted, everywhere=everywhere)
            if deadline is None and not watch:
                _end(statuses, output)
            else:
                _follow(statuses, output, deadline, watch=watch)
    except KeyboardInterrupt:
        ended()


def _seconds(duration: str) -> float:
    try:
        TypeAdapter(Duration).validate_python(duration)
    except ValueError:
        raise typer.BadParameter(
            f"{as_text(duration)} is not a duration such as 90s, 5m or 1h30m", param_hint="'--wait'"
        ) from None
    return float(seconds(duration))


def _end(statuses: "Statuses", output: Output) -> None:
    releases = statuses.read()
    typer.echo(_text(releases, output, statuses.place), nl=False)
    if any(release.missing for release in releases):
        raise typer.Exit(1)


def _text(releases: "Iterable[ReleaseStatus]", output: Output, place: str) -> str:
    if output is Output.JSON:
        from cdk8s_iter8.live.status_json import status_json

        return json.dumps({"releases": [status_json(release) for release in releases]}, indent=2) + "\n"
    from cdk8s_iter8.live.status_table import status_table
    from cdk8s_iter8.previews.terminal_text import to_text

    now = datetime.now(UTC)
    return (
        "\n".join(to_text(status_table(release, now)) for release in releases)
        or f"there is no release in {printable(place)}\n"
    )


def _follow(statuses: "Statuses", output: Output, deadline: float | None, *, watch: bool) -> None:
    """Reads again and again: for ever, or until every release is settled, or until the time is up."""
    with _display(output, statuses.place, watch=watch, last=deadline is None) as show:
        while True:
            releases, problem = statuses.tried()
            settled = bool(releases) and all(release.settled for release in releases)
            late = deadline is not None and time.monotonic() >= deadline
            unreadable = any(release.missing for release in releases)  # which waiting does not change
            if deadline is not None and (settled or late or unreadable):
                break
            show(releases, problem)
            time.sleep(_PAUSE)
    typer.echo(_text(releases, output, statuses.place), nl=False)
    if not settled:
        reasons = (
            [problem] if problem else [f"{release.key}: {line}" for release in releases for line in release.reasons]
        )
        when = "not as declared, and not all may be read:" if unreadable else "not as declared when the time was up:"
        fail([when, *(f"  {printable(reason)}" for reason in reasons or ["there is no release"])])


@contextmanager
def _display(
    output: Output, place: str, *, watch: bool, last: bool
) -> Iterator[Callable[["list[ReleaseStatus]", str], None]]:
    """Yields a function that shows a state.

    With `watch`, a terminal has a table that is drawn anew, and a pipe gets every change. Without it, there is a line
    for every release. The last table stays if nothing comes after it (`last`).
    """
    import sys

    if watch and output is Output.TABLE and sys.stdout.isatty():
        from rich.console import Console, Group
        from rich.live import Live
        from rich.text import Text

        from cdk8s_iter8.live.status_table import status_table

        with Live(console=Console(highlight=False), auto_refresh=False, transient=not last) as live:

            def redraw(releases: "list[ReleaseStatus]", problem: str) -> None:
                now = datetime.now(UTC)
                tables = [part for release in releases for part in (status_table(release, now), "")]
                live.update(Group(*tables, *([Text(printable(problem))] if problem else [])), refresh=True)

            yield redraw
        return
    before: list[object] = []

    def tell(releases: "list[ReleaseStatus]", problem: str) -> None:
        state = (releases, problem)
        if before == [state]:
            return
        before[:] = [state]
        if problem:
            typer.echo(printable(problem), err=True)
        elif watch:
            typer.echo(_text(releases, output, place))
        else:
            for release in releases:
                typer.echo(
                    printable(f"{release.key}: {release.reasons[0] if release.reasons else 'as declared'}"), err=True
                )

    yield tell
