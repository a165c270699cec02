"""Previews as tables for a terminal."""

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.previews.rows import NOTHING_ROUTED, Target, columns, omitted_words, row_sets, version_words


def preview_table(release: ReleasePreview) -> RenderableType:
    """Draws a preview as tables.

    Args:
        release: The preview.

    Returns:
        Tables that `rich` prints; a text that does not fit is folded, never cut.
    """
    parts: list[RenderableType] = [Text(release.title, style="bold"), "", _versions(release), ""]
    parts.append(_sets(release) if release.plan else Text(NOTHING_ROUTED))
    if omitted := omitted_words(release):
        parts += ["", Text(omitted, style="yellow")]
    return Group(*parts)


def _versions(release: ReleasePreview) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for name, role, weight in version_words(release):
        table.add_row(*(Text(word, overflow="fold") for word in (f" {name}", role, weight)))
    return table


def _sets(release: ReleasePreview) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    sets, heads = list(row_sets(release)), columns(release)
    for head in heads:
        table.add_column(head, overflow="fold")
    names = max(map(len, release.versions))
    percents = max(len(share.percent) for _, rows in sets for row in rows for share in row.shares)
    for ready, rows in sets:
        for position, row in enumerate(rows):
            cells = {
                "ready": Text("" if position else ready, style="red" if ready == "none" else ""),
                "requests": Text("\nor ".join(row.matches) or row.rest),
                "go to": _targets(row.shares, names, percents),
                "mirrored to": _targets(row.mirrors, names, percents),
            }
            if row.fallback:
                cells["go to"].append(f"\n{row.fallback}", style="yellow")
            table.add_row(*(cells[head] for head in heads))
        table.add_section()
    return table


def _targets(targets: tuple[Target, ...], names: int, percents: int) -> Text:
    lines = []
    for target in targets:
        line = Text(f"{target.name:<{names}}  {target.percent:>{percents}}")
        lines.append(line if target.ready else line.append("  not ready", style="red"))
    return Text("\n").join(lines)
