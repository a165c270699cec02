"""Previews as a Mermaid flowchart, which GitHub and GitLab draw."""

import re
from collections.abc import Iterator, Sequence

from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.previews.rows import NOTHING_ROUTED, Row, omitted_words, row_sets


def preview_mermaid(releases: Sequence[ReleasePreview]) -> str:
    """Draws previews as a flowchart: a box for each set of ready versions, with arrows from requests to versions.

    Mirrored requests are dotted arrows. Versions that are not ready have dashed borders.

    Args:
        releases: The previews.

    Returns:
        The text of the flowchart; it ends with a newline.
    """
    lines = ["flowchart LR"]
    for index, release in enumerate(releases):
        lines += _release(release, f"r{index}")
    return "".join(f"{line}\n" for line in (*lines, "  classDef unready stroke-dasharray: 4 4"))


def _release(release: ReleasePreview, prefix: str) -> Iterator[str]:
    yield f'  subgraph {prefix}["{_label(release.title)}"]'
    if not release.plan:
        yield f'    {prefix}none["{_label(NOTHING_ROUTED)}"]'
    if omitted := omitted_words(release):
        yield f'    {prefix}omitted["{_label(omitted)}"]'
    for index, (ready, rows) in enumerate(row_sets(release)):
        yield f'    subgraph {prefix}s{index}["{_label(f"ready: {ready}")}"]'
        yield from _set(rows, release, f"{prefix}s{index}")
        yield "    end"
    yield "  end"


def _set(rows: list[Row], release: ReleasePreview, prefix: str) -> Iterator[str]:
    identifiers = {name: f"{prefix}v{index}" for index, name in enumerate(release.versions)}
    targets = {target.name: target for row in rows for target in (*row.shares, *row.mirrors)}
    for index, row in enumerate(rows):
        requests = "<br/>or ".join(map(_label, row.matches)) or row.rest
        note = f"<br/>{_label(row.fallback)}" if row.fallback else ""
        yield f'      {prefix}q{index}(["{requests}{note}"])'
    for name, target in targets.items():
        state = "" if target.ready else "<br/>not ready"
        yield f'      {identifiers[name]}["{_label(name)}{state}"]' + ("" if target.ready else ":::unready")
    for index, row in enumerate(rows):
        for target in row.shares:
            yield f'      {prefix}q{index} -->|"{target.percent}"| {identifiers[target.name]}'
        for target in row.mirrors:
            yield f'      {prefix}q{index} -.->|"mirror {target.percent}"| {identifiers[target.name]}'


def _label(text: str) -> str:
    """Escapes characters with a meaning in Mermaid, or in the HTML that Mermaid makes."""
    return re.sub(r"[^A-Za-z0-9 =:,./()-]", lambda char: f"#{ord(char[0])};", text)
