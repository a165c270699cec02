"""What a release does with traffic: the one source of every rendering of a preview. Imports no cdk8s."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cdk8s_iter8.iter8.weights import ready_sets
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.traffic.preview import Preview, preview_traffic
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan


class UnknownVersionError(ValueError):
    """A version was named that the release does not have."""


@dataclass(frozen=True)
class ReleasePreview:
    """Who gets what, for sets of ready versions of a release.

    Attributes:
        title: The release in a line: ``hello in default: knative-istio, blue-green``.
        versions: The versions' names, the primary's first.
        weights: Their weights in the routemap; None where it has none.
        plan: What traffic should do; None: nothing is routed.
        sets: What traffic does for each set of ready versions; empty where nothing is routed.
        omitted: How many sets there are beside those.
    """

    title: str
    versions: tuple[str, ...]
    weights: tuple[int | None, ...]
    plan: TrafficPlan | None
    sets: tuple[Preview, ...] = ()
    omitted: int = 0

    def falls_back(self, shown: Preview) -> bool:
        """Tells whether the primary stands in for versions that share requests, none ready having weight."""
        weights = dict(zip(self.versions, self.weights, strict=True))
        shared = self.plan is not None and len(self.plan.rules[-1].shares) > 1
        return shared and not any(weights[name] != 0 for name in shown.ready)


def title(release: ResolvedRelease) -> str:
    """Names a release in a line, with where and how it runs."""
    application = release.application
    return f"{application.name} in {application.namespace}: {release.values.environment}, {release.strategy.name}"


def release_preview(release: ResolvedRelease, ready: Iterable[str] | None = None) -> ReleasePreview:
    """Works out who gets what.

    Args:
        release: The release.
        ready: Names of the versions that are ready, for this one set; by default every set, or where they are
            too many those of `cdk8s_iter8.iter8.weights.ready_sets`.

    Raises:
        UnknownVersionError: A name in `ready` is no version's.

    Example:
        >>> from cdk8s_iter8.release.check import load
        >>> shown = release_preview(load("releases/hello.yaml"), ready=["hello-0"])
        >>> [rule.shares for rule in shown.sets[0].rules]
        [{'hello-0': 100}]
    """
    names = release.version_names()
    declared = tuple(version.weight for version in release.routemap_versions())
    sets = [_chosen(names, ready, release)] if ready is not None else list(ready_sets(len(names)))
    if not release.traffic_plan:
        return ReleasePreview(title(release), names, declared, None)
    # A version without weight in the routemap counts as 1 for the controller.
    live = [1 if weight is None else weight for weight in declared]
    return ReleasePreview(
        title=title(release),
        versions=names,
        weights=declared,
        plan=release.traffic_plan,
        sets=tuple(preview_traffic(release.traffic_plan, names, live, sets)),
        omitted=0 if ready is not None else 2 ** len(names) - len(sets),
    )


def _chosen(names: Sequence[str], ready: Iterable[str], release: ResolvedRelease) -> tuple[bool, ...]:
    chosen = set(ready)
    if unknown := sorted(chosen - set(names)):
        raise UnknownVersionError(
            f"{', '.join(map(repr, unknown))}: no such version in {release.application.name} "
            f"(its versions: {', '.join(names)})"
        )
    return tuple(name in chosen for name in names)


Json = list[dict[str, object]]


def preview_json(release: ReleasePreview) -> Json:
    """Returns who gets what as plain data.

    Args:
        release: What the release does with traffic.

    Returns:
        For each set of ready versions ``{"ready": [names], "rules": [{"name", "match", "shares", "mirrors"}]}``:
        `match` is a list of clauses in words, ORed, empty for every other request; `shares` and `mirrors` are percent
        by version. An empty list where nothing is routed.
    """
    return [
        {"ready": list(shown.ready), "rules": [vars(rule) | {"match": list(rule.match)} for rule in shown.rules]}
        for shown in release.sets
    ]
