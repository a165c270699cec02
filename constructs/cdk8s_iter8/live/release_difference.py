"""What an apply of a values file would do to its release, as the API server says it in a dry run."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from cdk8s_iter8.cluster.api_error import CallError, ConflictError, FieldConflict, MissingTypeError, NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.discovery import Discovery, UnknownKindError
from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey
from cdk8s_iter8.cluster.release_objects import TYPES, Found, release_objects
from cdk8s_iter8.cluster.releases import ReleaseKey, ReleaseNotThereError
from cdk8s_iter8.controller.resolved import namespaces
from cdk8s_iter8.live.conflict import contested, refused
from cdk8s_iter8.live.controllers import Controllers
from cdk8s_iter8.live.dropped_fields import without_dropped
from cdk8s_iter8.live.object_difference import Action, ObjectDifference, object_difference
from cdk8s_iter8.live.object_reader import ObjectReader
from cdk8s_iter8.live.observation import observe_releases
from cdk8s_iter8.live.owner import owner_of
from cdk8s_iter8.live.pruning import prunable
from cdk8s_iter8.live.release_status import ReleaseStatus, release_status
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.release.resolved import ResolvedRelease


@dataclass(frozen=True)
class ReleaseDifference:
    """What an apply of a release would do.

    Attributes:
        release: The release of the file.
        now: The release in the cluster; None: there is none.
        objects: What would be done to each object: first those of the file in their order, then what would be pruned.
        problems: What cannot be told, a line each.
        notes: What was not looked at, although the release may have had objects of that type, a line each.
    """

    release: ResolvedRelease
    now: ReleaseStatus | None
    objects: tuple[ObjectDifference, ...]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the apply would change anything."""
        return any(changed.action is not Action.UNCHANGED for changed in self.objects)


def release_difference(
    connection: Connection, discovery: Discovery, release: ResolvedRelease, controllers: Controllers
) -> ReleaseDifference:
    """Asks the API server what an apply would do; nothing is changed.

    Args:
        connection: The cluster.
        discovery: The cluster's types.
        release: The release of the file.
        controllers: The controllers that may serve it.

    Raises:
        CallError: The cluster does not answer, or does not know who asks.
    """
    application = release.application
    problems: list[str] = []
    manifests = list(_with_keys(release, discovery, problems))
    key = ReleaseKey(application.namespace, application.name)
    now = _now(connection, key, controllers)
    problems += now.missing if now else ()
    # A version in the cluster may have been alone in its namespace.
    within = (*namespaces(release), *(version.namespace for version in (now.versions if now else ())))
    types = (*TYPES, *(declared.gvr for declared, _ in manifests))
    in_cluster = release_objects(connection, key, within, _each_once(types))
    made = {_kind(declared.gvr) for declared, _ in manifests}
    problems += [str(refusal) for refusal in in_cluster.refused if _kind(refusal.call.gvr) in made]
    notes = [
        f"not looked at for what to prune: {refusal}"
        for refusal in in_cluster.refused
        if _kind(refusal.call.gvr) not in made
    ]
    tried = connection.at_once(lambda pair: _tried(connection, in_cluster, key.name, *pair), manifests)
    going = pruned([declared for declared, _ in manifests], in_cluster, key.name)
    return ReleaseDifference(release, now, (*tried, *going), _once(problems), _once(notes))


def _with_keys(
    release: ResolvedRelease, discovery: Discovery, problems: list[str]
) -> Iterator[tuple[ObjectKey, Manifest]]:
    for manifest in release.manifests():
        try:
            yield discovery.key(manifest), manifest
        except (UnknownKindError, MissingTypeError) as error:
            problems.append(str(error))


def _each_once(types: Sequence[GVR]) -> list[GVR]:
    """Returns every type once, whatever its version."""
    return list({_kind(gvr): gvr for gvr in types}.values())


def _kind(gvr: GVR) -> tuple[str, str]:
    return gvr.group, gvr.resource


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))


def _tried(
    connection: Connection, in_cluster: Found, release: str, key: ObjectKey, manifest: Manifest
) -> ObjectDifference:
    try:
        before = in_cluster.objects.get(key) or connection.read(key)
        owner = owner_of(before, release) if before else None
        difference = _dry_run(connection, key, before, manifest, owner.managers if owner else ())
    except CallError as error:
        if error.status in (0, 401):
            raise
        return ObjectDifference(key, Action.REFUSED, refusal=str(error))
    return replace(difference, owner=str(owner or ""))


def _dry_run(
    connection: Connection, key: ObjectKey, before: Object | None, manifest: Manifest, taken: Collection[str]
) -> ObjectDifference:
    conflicts: tuple[FieldConflict, ...] = ()
    try:
        after = connection.apply(key, manifest, dry_run=True)
    except ConflictError as error:
        if not error.conflicts:
            raise
        after = connection.apply(key, manifest, dry_run=True, force=True)
        conflicts = contested(refused(error.conflicts, taken), before, after)
    if before:
        after = without_dropped(after, before, manifest)
    return object_difference(key, before, after, conflicts)


def pruned(kept: Sequence[ObjectKey], in_cluster: Found, release: str) -> Iterator[ObjectDifference]:
    """Yields the objects of a release that its file does not make any more, except those that also belong to others.

    Args:
        kept: The objects that the file makes.
        in_cluster: The objects that belong to the release.
        release: The release's name.
    """
    for key, raw in prunable(in_cluster.objects, kept).items():
        if not owner_of(raw, release):
            yield ObjectDifference(key, Action.PRUNED)


def _now(connection: Connection, key: ReleaseKey, controllers: Controllers) -> ReleaseStatus | None:
    reader = ObjectReader(replace(connection, namespace=key.namespace))
    try:
        (observation,) = observe_releases(reader, controllers, [key.name])
    except ReleaseNotThereError:
        return None
    except NotPermittedError:  # said with the objects
        return None
    return release_status(observation, datetime.now(UTC))


def traffic_now(status: ReleaseStatus | None) -> Mapping[tuple[tuple[str, ...], str, bool], float]:
    """Returns what the route gives each version now: percentages by requests, version, and whether they are mirrored.

    Args:
        status: The release in the cluster; None: there is none.
    """
    if status is None:
        return {}
    names = [version.name for version in status.versions]
    return {
        (share.requests, names[index], share.mirrored): share.percent
        for route in status.routes
        for index, given in (route.given or {}).items()
        for share in given
    }
