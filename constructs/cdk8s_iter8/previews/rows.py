"""Previews in words, for all renderings that people read."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.traffic.percentages import percent_words
from cdk8s_iter8.traffic.preview import Preview, RulePreview

NOTHING_ROUTED = "Nothing is routed: with strategy none the versions are only watched, for tests with the Iter8 SDK."


@dataclass(frozen=True)
class Target:
    """A version that gets requests or mirrored requests.

    Attributes:
        name: The version's name.
        percent: The version's share of the requests, such as ``30%``.
        ready: Whether the version is ready.
    """

    name: str
    percent: str
    ready: bool


@dataclass(frozen=True)
class Row:
    """A rule, with one set of ready versions.

    Attributes:
        matches: The rule's clauses, ORed; empty: the rule takes the requests that `rest` names.
        rest: ``all`` or ``all others``.
        shares: The versions that answer.
        fallback: Why the primary gets all shared requests, whatever its weight is; empty: it does not.
        mirrors: The versions that requests are mirrored to.
    """

    matches: tuple[str, ...]
    rest: str
    shares: tuple[Target, ...]
    fallback: str
    mirrors: tuple[Target, ...]


def row_sets(release: ReleasePreview) -> Iterator[tuple[str, list[Row]]]:
    """Yields for each set its ready versions (``all``, ``none``, ``all but hello-1``, or names) and its rules."""
    for preview in release.sets:
        yield _ready_words(preview, release), [_row(rule, preview, release) for rule in preview.rules]


def _row(rule: RulePreview, preview: Preview, release: ReleasePreview) -> Row:
    return Row(
        matches=rule.match,
        rest="all others" if len(preview.rules) > 1 else "all",
        shares=_targets(rule.shares, preview),
        fallback=_fallback_words(preview, rule, release),
        mirrors=_targets(rule.mirrors, preview),
    )


def columns(release: ReleasePreview) -> list[str]:
    """Returns the headings of the columns; columns that would be empty are left out."""
    rules = [rule for preview in release.sets for rule in preview.rules]
    requests = ["requests"] if any(rule.match for rule in rules) else []
    mirrored = ["mirrored to"] if any(rule.mirrors for rule in rules) else []
    return ["ready", *requests, "go to", *mirrored]


def version_words(release: ReleasePreview) -> Iterator[tuple[str, str, str]]:
    """Yields the name, the role and the weight of each version; the weight only if traffic depends on it."""
    for index, name in enumerate(release.versions):
        yield name, "candidate" if index else "primary", _weight_words(index, release)


def omitted_words(release: ReleasePreview) -> str:
    """Says which sets of ready versions the preview has; empty: it has all sets."""
    if not release.omitted:
        return ""
    return (
        f"{len(release.versions)} versions have {release.omitted + len(release.sets)} sets of ready versions; "
        "shown: all ready, each one unready, none ready. Any other: --ready NAME,NAME"
    )


def _ready_words(preview: Preview, release: ReleasePreview) -> str:
    missing = [name for name in release.versions if name not in preview.ready]
    if not missing:
        return "all"
    if not preview.ready:
        return "none"
    return f"all but {missing[0]}" if len(missing) == 1 and len(preview.ready) > 1 else ", ".join(preview.ready)


def _targets(percents: dict[str, float], preview: Preview) -> tuple[Target, ...]:
    return tuple(Target(name, percent_words(percent), name in preview.ready) for name, percent in percents.items())


def _weight_words(index: int, release: ReleasePreview) -> str:
    weight, rules = release.weights[index], release.plan.rules if release.plan else ()
    if weight is None:
        return ""
    if any(index in rule.mirrors for rule in rules):
        return f"mirror {weight}%"
    shared = any(index in rule.shares and len(rule.shares) > 1 for rule in rules)
    # For a rule with one version, the weight only decides whether the route has the rule.
    absent = weight == 0 and any(rule.guard == index for rule in rules)
    return f"weight {weight}" if shared or absent else ""


def _fallback_words(preview: Preview, rule: RulePreview, release: ReleasePreview) -> str:
    if rule.match or not release.falls_back(preview):
        return ""
    why = "no ready version has weight" if preview.ready else "no version is ready"
    return f"fallback: {why}, so the primary gets every request"
