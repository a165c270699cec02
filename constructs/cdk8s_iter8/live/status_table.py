"""The status of a release as a table for a terminal."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cdk8s_iter8.live.ages import age
from cdk8s_iter8.live.controllers import CONTROLLERS
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.release_status import ReleaseStatus, version_names
from cdk8s_iter8.live.route_status import Given, RouteStatus
from cdk8s_iter8.live.version_status import VersionStatus
from cdk8s_iter8.traffic.percentages import percent_words
from cdk8s_iter8.validation.problem import printable

SETTLED = "as declared"
_UNSETTLED = "not as declared"


def status_table(status: ReleaseStatus, now: datetime) -> RenderableType:
    """Draws a status: a line with the state, a table of the versions, the routes, and what is not as declared.

    Args:
        status: The status.
        now: The time, for ages.

    Returns:
        What `rich` prints; a text that does not fit is folded, never cut. Nothing in it is a control character.
    """
    parts: list[RenderableType] = [_title(status)]
    if status.versions:
        parts += ["", _versions(status, now)]
    if lines := list(_route_lines(status, now)):
        parts += ["", Padding(Text("\n").join(map(_line, lines)), (0, 0, 0, 1))]
    marked = [
        *(("!", reason, "bold red") for reason in status.reasons),
        *(("·", note, "") for note in status.notes),
        *(("?", problem, "red") for problem in status.missing),
    ]
    if marked:
        grid = Table.grid(padding=(0, 1, 0, 0))
        for mark, text, style in marked:
            grid.add_row(Text(f" {mark}", style=style), _line(text))
        parts += ["", grid]
    return Group(*parts)


def _title(status: ReleaseStatus) -> Text:
    strategy = ", ".join(status.strategies) or "none"
    title = Text(printable(f"{status.key.name} in {status.key.namespace}: {strategy}, "), style="bold")
    return title.append(SETTLED if status.settled else _UNSETTLED, style="green" if status.settled else "yellow")


def _line(text: str) -> Text:
    return Text(printable(text), overflow="fold")


def _versions(status: ReleaseStatus, now: datetime) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    weighted = any(version.declared is not None or version.live is not None for version in status.versions)
    for head in (" version", "ready", *(["weight"] if weighted else []), *(["gets"] if status.routes else []), "age"):
        table.add_column(head, overflow="fold", header_style="")
    for index, (name, version) in enumerate(zip(version_names(status.versions), status.versions, strict=True)):
        cells = [_line(f" {name}"), _ready(version)]
        cells += [_weight(version)] if weighted else []
        cells += [_gets(index, status.routes)] if status.routes else []
        table.add_row(*cells, _line(age(version.created, now) or "-"))
    for route in status.routes:
        for host, given in (route.elsewhere or {}).items():
            words = Text("\n").join(_line(line) for line in given_words(given))
            table.add_row(
                Text(f" {printable(host)}", style="red", overflow="fold"),
                _line("no version"),
                *([""] if weighted else []),
                words,
                "",
            )
    return table


def _ready(version: VersionStatus) -> Text:
    if version.ready is None:
        return Text("unknown", style="red")
    return Text("yes", style="green") if version.ready else Text("no", style="red")


def _weight(version: VersionStatus) -> Text:
    declared = "-" if version.declared is None else str(version.declared)
    return Text(f"{declared} → {version.live}", style="yellow") if version.overridden else Text(declared)


def _gets(index: int, routes: Iterable[RouteStatus]) -> Text:
    words = [line for route in routes for line in gets_words(index, route)]
    return Text("\n").join(_line(line) for line in words) if words else Text("-")


def gets_words(index: int, route: RouteStatus) -> Iterator[str]:
    """Yields what a route gives a version, a line for each rule.

    Args:
        index: The version's position.
        route: The route.
    """
    if route.given is None:
        return
    rules = {share.requests for given in route.given.values() for share in given}
    yield from given_words(route.given.get(index, ()), alone=len(rules) == 1) if route.given.get(index) else ["0%"]


def given_words(given: Iterable[Given], *, alone: bool = False) -> Iterator[str]:
    """Yields what rules give, a line each.

    Args:
        given: What the rules give.
        alone: Whether the route has one rule, so that its requests need no words.

    Example:
        >>> list(given_words([Given(("header traffic = test",), 100)]))
        ['100% of header traffic = test']
    """
    for share in given:
        of = " or ".join(share.requests) or "all others"
        yield percent_words(share.percent) + ("" if alone else f" of {of}") + (" mirrored" if share.mirrored else "")


def _route_lines(status: ReleaseStatus, now: datetime) -> Iterator[str]:
    for route in status.routes:
        named = f"{kind_words(route.key.gvr)} {route.key.name}"
        if not route.exists:
            yield f"{named}: not there"
        elif route.controller:
            when = f", {age(route.applied, now)} ago" if route.applied else ""
            yield f"{named}: applied by {CONTROLLERS[route.controller]} (field manager {route.controller}){when}"
        else:
            yield f"{named}: applied by no controller of routemaps"
    if status.versions and not status.strategies:
        yield "nothing is routed: the versions are only watched"
