"""Previews as Markdown, for comments on pull requests."""

import re
from collections.abc import Iterator

from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.previews.rows import NOTHING_ROUTED, Target, columns, omitted_words, row_sets, version_words


def preview_markdown(release: ReleasePreview) -> str:
    """Writes a preview as a heading, a list of versions and a table, in GitHub's Markdown.

    Args:
        release: The preview.

    Returns:
        Text that ends with a newline. Matches are written as code, so that they are not read as Markdown.
    """
    versions = [", ".join(filter(None, (f"`{name}`", *words))) for name, *words in version_words(release)]
    parts = [f"### {release.title}", "\n".join(f"- {version}" for version in versions)]
    parts.append("\n".join(_table(release)) if release.plan else NOTHING_ROUTED)
    if omitted := omitted_words(release):
        parts.append(omitted)
    return "\n\n".join(parts) + "\n"


def _table(release: ReleasePreview) -> Iterator[str]:
    heads = columns(release)
    yield _line(heads)
    yield _line(["---"] * len(heads))
    for ready, rows in row_sets(release):
        for position, row in enumerate(rows):
            cells = {
                "ready": "" if position else ready,
                "requests": " or ".join(map(_code, row.matches)) or row.rest,
                "go to": _targets(row.shares) + (f"<br>{row.fallback}" if row.fallback else ""),
                "mirrored to": _targets(row.mirrors),
            }
            yield _line([cells[head] for head in heads])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _targets(targets: tuple[Target, ...]) -> str:
    return ", ".join(f"{target.name} {target.percent}" + ("" if target.ready else " (not ready)") for target in targets)


def _code(text: str) -> str:
    """Writes code for a cell of a table. A bar would end the cell and a backtick the code, so they become entities."""
    if not re.search("[`|]", text):
        return f"`{text}`"
    return "<code>" + re.sub(r"[^\w\s=./-]", lambda char: f"&#{ord(char[0])};", text) + "</code>"
