"""Changes weights in the cluster, by the annotations that override the declared ones."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cdk8s_iter8.applying.apply_error import ApplyError
from cdk8s_iter8.applying.live_routing import read_routing, routemap_of
from cdk8s_iter8.applying.shift_order import Weighing, shift_order
from cdk8s_iter8.applying.step import Done, Step
from cdk8s_iter8.applying.waiting import waiting
from cdk8s_iter8.applying.weighing import weighed, weighing_of
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.marks import WEIGHT_ANNOTATION
from cdk8s_iter8.cluster.patches import MERGE
from cdk8s_iter8.cluster.releases import ReleaseKey, find_releases
from cdk8s_iter8.engine.routemap import RoutemapError
from cdk8s_iter8.live.controllers import find_controllers
from cdk8s_iter8.live.kinds import object_words
from cdk8s_iter8.validation.misspelt import did_you_mean
from cdk8s_iter8.validation.problem import as_text

MOST_WEIGHT = 1_000_000


@dataclass(frozen=True)
class Overridable:
    """A release whose weights can be changed in the cluster.

    Attributes:
        key: The release.
        routemap: Its routemap's ConfigMap.
        configs: The weight-config of each version, by the version's name.
        declared: The weight that the routemap declares for each version.
        live: The weights as they are.
    """

    key: ReleaseKey
    routemap: Object
    configs: Mapping[str, ObjectKey]
    declared: Mapping[str, int]
    live: Weighing


def overridable(connection: Connection, name: str) -> Overridable:
    """Finds a release and its weights.

    Args:
        connection: The cluster; its namespace is the release's.
        name: The release's name.

    Raises:
        ReleaseNotThereError: There is no release of the name.
        ApplyError: Its weights cannot be changed.
        CallError: The cluster cannot be read.
    """
    [(key, raw)] = find_releases(connection, [name]).items()
    try:
        routemap = routemap_of(raw)
    except RoutemapError as error:
        raise ApplyError([f"routemap {key.namespace}/{raw['metadata']['name']}: {error}"]) from error
    configs = {version.name: config for version in routemap.versions if (config := version.weight_config)}
    if not configs:
        raise ApplyError([f"{key} has no weights: its strategy chooses versions otherwise, or routes nothing"])
    answers = zip(configs.values(), connection.at_once(connection.read, configs.values()), strict=True)
    live: dict[str, Object] = {weighed(config): read for config, read in answers if read}
    absent = [
        f"{object_words(config)} is not there; apply the release again"
        for config in configs.values()
        if weighed(config) not in live
    ]
    if absent:
        raise ApplyError(absent)
    declared = {version.name: version.weight for version in routemap.versions}
    return Overridable(key, raw, configs, declared, weighing_of(routemap, live))


def wanted_weights(release: Overridable, wanted: Mapping[str, int]) -> Mapping[str, int]:
    """Checks the weights that versions are to get.

    Args:
        release: The release.
        wanted: Weights by the versions' names.

    Raises:
        ApplyError: There is no such version, or a weight is none.
    """
    lines = []
    for name, weight in wanted.items():
        if name not in release.configs:
            known = ", ".join(release.configs)
            meant = did_you_mean(name, release.configs)
            lines.append(f"{as_text(name)} is not a version of {release.key}{meant} (its versions: {known})")
        elif not 0 <= weight <= MOST_WEIGHT:
            lines.append(f"{name}: {weight} is not a weight (an integer from 0 to {MOST_WEIGHT})")
    if lines:
        raise ApplyError(lines)
    return wanted


def override(
    connection: Connection, release: Overridable, wanted: Mapping[str, int], seconds: float, *, dry_run: bool = False
) -> Iterator[Step]:
    """Gives versions other weights, in an order in which no version gets too many requests on the way.

    Yields a step for each weight, and the time until the route has them.

    Args:
        connection: The cluster.
        release: The release.
        wanted: Weights by the versions' names; the declared ones end all overrides.
        seconds: How long to wait for the route.
        dry_run: Whether the server only answers whether it would take them.

    Raises:
        WaitError: The route has not followed.
        CallError: The cluster refuses a weight.
    """
    names = {weighed(config): name for name, config in release.configs.items()}
    after = {**release.live.weights, **{weighed(release.configs[name]): weight for name, weight in wanted.items()}}
    changed = [
        version for version in shift_order(release.live, Weighing(release.live.listed, after)) if version in names
    ]
    bodies = {version: {"metadata": {"annotations": {WEIGHT_ANNOTATION: str(after[version])}}} for version in changed}
    controllers = find_controllers(connection, [release.key.namespace])

    def wrong() -> list[str]:
        return [*read_routing(connection, release.routemap, release.key.name, controllers).wrong()]

    wrong()  # nothing is changed where the route may not be read, and so could not be waited for
    for version in changed:  # a dry run of every change first, so that a refusal leaves nothing half done
        connection.patch(release.configs[names[version]], bodies[version], MERGE, dry_run=True)
    began = time.monotonic()
    for version in changed:
        if not dry_run:
            connection.patch(release.configs[names[version]], bodies[version], MERGE)
        would = "would go " if dry_run else ""
        yield Done(f"{names[version]}: {would}{release.live.weights[version]} → {after[version]}")
    if not changed:
        yield Done(f"{release.key}: has these weights already; nothing changes")
    if not dry_run:
        yield from waiting(
            wrong,
            seconds,
            "the weights are set; the route follows when a controller runs",
        )
        if changed:
            yield Done(f"the route has followed after {time.monotonic() - began:.1f} s")
    overridden = [
        f"{name} {after[weighed(config)]} → {release.declared[name]}"
        for name, config in release.configs.items()
        if after[weighed(config)] != release.declared[name]
    ]
    if overridden:
        yield Done(f"the next apply undoes: {', '.join(overridden)}")
