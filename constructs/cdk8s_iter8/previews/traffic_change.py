"""Compares the traffic of a release before and after an edit."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.iter8.weights import ready_sets
from cdk8s_iter8.previews.aligned import aligned
from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.previews.rows import NOTHING_ROUTED
from cdk8s_iter8.traffic.percentages import percent_words
from cdk8s_iter8.traffic.preview import Preview, preview_traffic

NEW, GONE = "new", "gone"

Key = tuple[tuple[str, ...], str, bool]


@dataclass(frozen=True)
class Share:
    """The percentage of requests that a version gets.

    Attributes:
        all_ready: The percentage while all versions are ready.
        most: The largest percentage of all sets of ready versions.
    """

    all_ready: float
    most: float


@dataclass(frozen=True)
class Change:
    """The share that a version gets of some requests, before and after an edit.

    Attributes:
        requests: The clauses of the requests, ORed; empty: all other requests.
        version: The version's name.
        mirrored: Whether the requests are mirrored to the version.
        before: The version's share before; None: the version is new.
        after: The version's share after; None: the version is gone.
    """

    requests: tuple[str, ...]
    version: str
    mirrored: bool
    before: Share | None
    after: Share | None


def changes(before: ReleasePreview | None, after: ReleasePreview) -> list[Change]:
    """Compares the traffic before and after an edit.

    Args:
        before: The preview of the release before; None: the release was wrong.
        after: The preview of the release after.

    Returns:
        An entry for every version and every kind of requests that it gets, in the order of the rules and the versions.
    """
    old, new = _shares(before) if before else {}, _shares(after)
    rules = [*dict.fromkeys(requests for requests, _, _ in {**old, **new} if requests), ()]
    versions = list(dict.fromkeys([*(before.versions if before else ()), *after.versions]))
    keys = sorted({**old, **new}, key=lambda key: (rules.index(key[0]), key[2], versions.index(key[1])))
    return [Change(*key, old.get(key), new.get(key)) for key in keys]


def enough(release: ReleasePreview) -> tuple[str, ...]:
    """Returns the versions that answer every request while only this one version is ready."""
    return tuple(
        preview.ready[0]
        for preview in _evaluate(release)
        if len(preview.ready) == 1 and all(set(rule.shares) <= set(preview.ready) for rule in preview.rules)
    )


def change_lines(before: ReleasePreview | None, after: ReleasePreview, width: int | None = None) -> list[str]:
    """Writes the changes of traffic as lines for people, with percentages such as ``30% → 90%``.

    Args:
        before: The preview of the release before; None: the release was wrong.
        after: The preview of the release after.
        width: The most characters in a line; None: no limit.
    """
    compared = changes(before, after)
    if not compared:
        return []
    table = _table(compared, known=before is not None, width=width)
    if not after.plan:
        return [*table, "", f" {NOTHING_ROUTED}"]
    had, has = enough(before) if before and before.plan else None, enough(after)
    words = _names(has) if had in (None, has) else f"{_names(had or ())} → {_names(has)}"
    return [*table, "", f" answered while one of these is ready: {words}"]


def _table(compared: list[Change], *, known: bool, width: int | None) -> list[str]:
    rows: list[tuple[str, ...]] = [("requests", "version", "all ready", "at most")]
    for change in compared:
        requests = " or ".join(change.requests) or "all others"
        name = f"{change.version} (mirror)" if change.mirrored else change.version
        rows.append((requests, name, *(_words(change, figure, known=known) for figure in ("all_ready", "most"))))
    first = 0 if any(change.requests for change in compared) else 1
    return [*aligned([row[first:] for row in rows], width)]


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"


def _words(change: Change, figure: str, *, known: bool) -> str:
    old, new = (percent_words(getattr(share, figure)) if share else "" for share in (change.before, change.after))
    return new if old == new or not known else f"{old or NEW} → {new or GONE}"


def _shares(release: ReleasePreview) -> dict[Key, Share]:
    """Returns the shares of the versions over all evaluated sets."""
    shares: dict[Key, Share] = {}
    for preview in _evaluate(release):
        ready_all = len(preview.ready) == len(release.versions)
        for rule in preview.rules:
            for mirrored, percents in ((False, rule.shares), (True, rule.mirrors)):
                for name, percent in percents.items():
                    key = (rule.match, name, mirrored)
                    old = shares.get(key, Share(0, 0))
                    shares[key] = Share(percent if ready_all else old.all_ready, max(percent, old.most))
    for name in release.versions:  # versions without requests, too
        if release.plan and not any(key[1] == name for key in shares):
            shares[(), name, False] = Share(0, 0)
    return shares


def _evaluate(release: ReleasePreview) -> Iterator[Preview]:
    """Yields previews for the sets of a preview, and for all sets with one ready version.

    Other sets are not needed: a version gets most if only this version is ready, or, for the primary, if none is.
    """
    if not release.plan:
        return
    count = len(release.versions)
    alone = (tuple(version == only for version in range(count)) for only in range(count))
    live = [1 if weight is None else weight for weight in release.weights]
    yield from preview_traffic(release.plan, release.versions, live, dict.fromkeys([*ready_sets(count), *alone]))
