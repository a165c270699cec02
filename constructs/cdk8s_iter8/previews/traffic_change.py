"""What an edit of a release does to traffic: who gets what before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.iter8.weights import ready_sets
from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.previews.rows import NOTHING_ROUTED, percent_words
from cdk8s_iter8.traffic.preview import Preview, preview_traffic

NEW, GONE = "new", "gone"

Key = tuple[tuple[str, ...], str, bool]


@dataclass(frozen=True)
class Share:
    """Percent of the requests that a version gets.

    Attributes:
        all_ready: While every version is ready.
        most: At most, whichever versions are ready.
    """

    all_ready: float
    most: float


@dataclass(frozen=True)
class Change:
    """What a version gets of some requests, before and after.

    Attributes:
        requests: Their clauses, ORed; empty: all others.
        version: The version's name.
        copies: Whether it gets copies of them.
        before: Its share; None: it was not there.
        after: Its share; None: it is gone.
    """

    requests: tuple[str, ...]
    version: str
    copies: bool
    before: Share | None
    after: Share | None


def changes(before: ReleasePreview | None, after: ReleasePreview) -> list[Change]:
    """Compares what traffic does.

    Args:
        before: The release before; None: it was wrong, so nothing of it is known.
        after: The release after.

    Returns:
        An entry for each version and each kind of requests that it gets some of, in the order of the rules and the
        versions.
    """
    old, new = _shares(before) if before else {}, _shares(after)
    rules = [*dict.fromkeys(requests for requests, _, _ in {**old, **new} if requests), ()]
    versions = list(dict.fromkeys([*(before.versions if before else ()), *after.versions]))
    keys = sorted({**old, **new}, key=lambda key: (rules.index(key[0]), key[2], versions.index(key[1])))
    return [Change(*key, old.get(key), new.get(key)) for key in keys]


def enough(release: ReleasePreview) -> tuple[str, ...]:
    """Returns the versions of which one that is ready is enough: every request is answered."""
    return tuple(
        shown.ready[0]
        for shown in _evaluated(release)
        if len(shown.ready) == 1 and all(set(rule.shares) <= set(shown.ready) for rule in shown.rules)
    )


def change_lines(before: ReleasePreview | None, after: ReleasePreview) -> list[str]:
    """Writes what changes in traffic as lines for people, percentages as ``30% → 90%``."""
    found = changes(before, after)
    if not found:
        return []
    table = _table(found, known=before is not None)
    if not after.plan:
        return [*table, "", f" {NOTHING_ROUTED}"]
    had, has = enough(before) if before and before.plan else None, enough(after)
    words = _names(has) if had in (None, has) else f"{_names(had or ())} → {_names(has)}"
    return [*table, "", f" answered while one of these is ready: {words}"]


def _table(found: list[Change], *, known: bool) -> list[str]:
    rows: list[tuple[str, ...]] = [("requests", "version", "all ready", "at most")]
    for change in found:
        requests = " or ".join(change.requests) or "all others"
        name = f"{change.version} (copies)" if change.copies else change.version
        rows.append((requests, name, *(_words(change, figure, known=known) for figure in ("all_ready", "most"))))
    first = 0 if any(change.requests for change in found) else 1
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][first:]
    padded = ([f"{cell:<{width}}" for cell, width in zip(row[first:], widths, strict=True)] for row in rows)
    return [f" {'  '.join(cells)}".rstrip() for cells in padded]


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"


def _words(change: Change, figure: str, *, known: bool) -> str:
    old, new = (percent_words(getattr(share, figure)) if share else "" for share in (change.before, change.after))
    return new if old == new or not known else f"{old or NEW} → {new or GONE}"


def _shares(release: ReleasePreview) -> dict[Key, Share]:
    """Shares while all are ready, and the most of every set."""
    found: dict[Key, Share] = {}
    for shown in _evaluated(release):
        ready_all = len(shown.ready) == len(release.versions)
        for rule in shown.rules:
            for copies, percents in ((False, rule.shares), (True, rule.mirrors)):
                for name, percent in percents.items():
                    key = (rule.match, name, copies)
                    old = found.get(key, Share(0, 0))
                    found[key] = Share(percent if ready_all else old.all_ready, max(percent, old.most))
    for name in release.versions:  # a version without requests is told, too
        if release.plan and not any(key[1] == name for key in found):
            found[(), name, False] = Share(0, 0)
    return found


def _evaluated(release: ReleasePreview) -> Iterator[Preview]:
    """What traffic does for the sets that a preview shows, and while one version alone is ready.

    A version gets most when it is alone, or when the primary stands in for all: no other set has more to tell.
    """
    if not release.plan:
        return
    count = len(release.versions)
    alone = (tuple(version == each for version in range(count)) for each in range(count))
    live = [1 if weight is None else weight for weight in release.weights]
    yield from preview_traffic(release.plan, release.versions, live, dict.fromkeys([*ready_sets(count), *alone]))
