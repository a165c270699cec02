"""The preview of a release as data, from which all renderings are made. Imports no cdk8s."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cdk8s_iter8.iter8.weights import ready_sets
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.traffic.preview import Preview, preview_traffic
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan


class UnknownVersionError(ValueError):
    """The release has no version with a given name."""


@dataclass(frozen=True)
class ReleasePreview:
    """Which versions of a release get which requests, for sets of ready versions.

    Attributes:
        title: The release in a line: ``hello in default: knative-istio, blue-green``.
        versions: The versions' names, the primary's first.
        weights: The versions' weights in the routemap; None: the routemap has no weight of the version.
        plan: The traffic plan; None: nothing is routed.
        sets: The previews, one for each set of ready versions; empty: nothing is routed.
        omitted: The number of sets that `sets` leaves out.
    """

    title: str
    versions: tuple[str, ...]
    weights: tuple[int | None, ...]
    plan: TrafficPlan | None
    sets: tuple[Preview, ...] = ()
    omitted: int = 0

    def falls_back(self, preview: Preview) -> bool:
        """Tells whether the primary gets the shared requests because no ready version has weight."""
        weights = dict(zip(self.versions, self.weights, strict=True))
        shared = self.plan is not None and len(self.plan.rules[-1].shares) > 1
        return shared and not any(weights[name] != 0 for name in preview.ready)


def title(release: ResolvedRelease) -> str:
    """Returns a release in one line: name, namespace, environment and strategy."""
    application = release.application
    return f"{application.name} in {application.namespace}: {release.values.environment}, {release.strategy.name}"


def release_preview(release: ResolvedRelease, ready: Iterable[str] | None = None) -> ReleasePreview:
    """Previews which versions get which requests.

    Args:
        release: The release.
        ready: Names of the ready versions, for a preview of this one set. Default: all sets, or if these are too
            many, the sets of `cdk8s_iter8.iter8.weights.ready_sets`.

    Raises:
        UnknownVersionError: A name in `ready` is not the name of a version.

    Example:
        >>> from cdk8s_iter8.release.check import load
        >>> one_set = release_preview(load("releases/hello.yaml"), ready=["hello-0"])
        >>> [rule.shares for rule in one_set.sets[0].rules]
        [{'hello-0': 100}]
    """
    names = release.version_names()
    declared = tuple(version.weight for version in release.routemap_versions())
    sets = [_ready_set(names, ready, release)] if ready is not None else list(ready_sets(len(names)))
    if not release.traffic_plan:
        return ReleasePreview(title(release), names, declared, None)
    # For the controller, a version without weight in the routemap has weight 1.
    live = [1 if weight is None else weight for weight in declared]
    return ReleasePreview(
        title=title(release),
        versions=names,
        weights=declared,
        plan=release.traffic_plan,
        sets=tuple(preview_traffic(release.traffic_plan, names, live, sets)),
        omitted=0 if ready is not None else 2 ** len(names) - len(sets),
    )


def _ready_set(names: Sequence[str], ready: Iterable[str], release: ResolvedRelease) -> tuple[bool, ...]:
    chosen = set(ready)
    if unknown := sorted(chosen - set(names)):
        raise UnknownVersionError(
            f"{', '.join(map(repr, unknown))}: no such version in {release.application.name} "
            f"(its versions: {', '.join(names)})"
        )
    return tuple(name in chosen for name in names)


Json = list[dict[str, object]]


def preview_json(release: ReleasePreview) -> Json:
    """Returns a preview as plain data.

    Args:
        release: The preview.

    Returns:
        For each set of ready versions ``{"ready": [names], "rules": [{"name", "match", "shares", "mirrors"}]}``:
        `match` is a list of clauses in words, ORed; empty: all requests that no earlier rule takes. `shares` and
        `mirrors` are percentages by version. If nothing is routed, the list is empty.
    """
    return [
        {"ready": list(preview.ready), "rules": [vars(rule) | {"match": list(rule.match)} for rule in preview.rules]}
        for preview in release.sets
    ]
