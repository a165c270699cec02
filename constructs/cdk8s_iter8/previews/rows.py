"""Previews in words: what the renderings for people share."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.traffic.preview import Preview, RulePreview

NOTHING_ROUTED = "Nothing is routed: with strategy none the versions are only watched, for tests with the Iter8 SDK."


@dataclass(frozen=True)
class Target:
    """A version that gets requests, or copies of them.

    Attributes:
        name: The version's name.
        percent: Its share of them, such as ``30%``.
        ready: Whether it is ready.
    """

    name: str
    percent: str
    ready: bool


@dataclass(frozen=True)
class Row:
    """A rule, while some versions are ready.

    Attributes:
        matches: The clauses of the requests that it takes, ORed; none: those that `rest` names.
        rest: ``all`` or ``all others``.
        shares: Who answers.
        fallback: Why the primary gets what it would not get by its weight; empty where it does not.
        copies: Who gets copies.
    """

    matches: tuple[str, ...]
    rest: str
    shares: tuple[Target, ...]
    fallback: str
    copies: tuple[Target, ...]


def row_sets(release: ReleasePreview) -> Iterator[tuple[str, list[Row]]]:
    """Yields for each set which versions are ready, ``all``, ``none``, ``all but hello-1`` or names, and its rules."""
    for shown in release.sets:
        yield _ready_words(shown, release), [_row(rule, shown, release) for rule in shown.rules]


def _row(rule: RulePreview, shown: Preview, release: ReleasePreview) -> Row:
    return Row(
        matches=rule.match,
        rest="all others" if len(shown.rules) > 1 else "all",
        shares=_targets(rule.shares, shown),
        fallback=_fallback_words(shown, rule, release),
        copies=_targets(rule.mirrors, shown),
    )


def columns(release: ReleasePreview) -> list[str]:
    """Returns the headings of the columns that have something to tell."""
    rules = [rule for shown in release.sets for rule in shown.rules]
    requests = ["requests"] if any(rule.match for rule in rules) else []
    copied = ["copied to"] if any(rule.mirrors for rule in rules) else []
    return ["ready", *requests, "go to", *copied]


def version_words(release: ReleasePreview) -> Iterator[tuple[str, str, str]]:
    """Yields each version's name, its role, and what its declared weight means for traffic."""
    for index, name in enumerate(release.versions):
        yield name, "candidate" if index else "primary", _weight_words(index, release)


def omitted_words(release: ReleasePreview) -> str:
    """Says which sets of ready versions are not shown; empty where all are."""
    if not release.omitted:
        return ""
    return (
        f"{len(release.versions)} versions have {release.omitted + len(release.sets)} sets of ready versions; "
        "shown: all ready, each one unready, none ready. Any other: --ready NAME,NAME"
    )


def percent_words(percent: float) -> str:
    """Writes a percentage, without exponent.

    Example:
        >>> percent_words(30), percent_words(0.00001)
        ('30%', '0.00001%')
    """
    return f"{percent:.8f}".rstrip("0").rstrip(".") + "%"


def _ready_words(shown: Preview, release: ReleasePreview) -> str:
    missing = [name for name in release.versions if name not in shown.ready]
    if not missing:
        return "all"
    if not shown.ready:
        return "none"
    return f"all but {missing[0]}" if len(missing) == 1 and len(shown.ready) > 1 else ", ".join(shown.ready)


def _targets(percents: dict[str, float], shown: Preview) -> tuple[Target, ...]:
    return tuple(Target(name, percent_words(percent), name in shown.ready) for name, percent in percents.items())


def _weight_words(index: int, release: ReleasePreview) -> str:
    weight, rules = release.weights[index], release.plan.rules if release.plan else ()
    if weight is None:
        return ""
    if any(index in rule.mirrors for rule in rules):
        return f"copies {weight}%"
    shared = any(index in rule.shares and len(rule.shares) > 1 for rule in rules)
    # Where a rule is for one version, its weight only says whether the rule is there.
    hidden = weight == 0 and any(rule.guard == index for rule in rules)
    return f"weight {weight}" if shared or hidden else ""


def _fallback_words(shown: Preview, rule: RulePreview, release: ReleasePreview) -> str:
    if rule.match or not release.falls_back(shown):
        return ""
    why = "no ready version has weight" if shown.ready else "no version is ready"
    return f"fallback: {why}, so the primary gets every request"
