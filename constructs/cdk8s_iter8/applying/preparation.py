"""Asks the API server what an apply would do to each object, before anything is changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cdk8s_iter8.applying.applied_object import Permission, applied
from cdk8s_iter8.applying.apply_error import ApplyError, RefusedError
from cdk8s_iter8.applying.live_routing import listed_objects, read_routes, route_types
from cdk8s_iter8.applying.step import Done
from cdk8s_iter8.cluster.api_error import (
    CallError,
    MissingTypeError,
    NotPermittedError,
    NotThereError,
)
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.discovery import Discovery, UnknownKindError
from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.release_objects import TYPES, release_objects
from cdk8s_iter8.cluster.releases import ReleaseKey
from cdk8s_iter8.iter8.routemap_spec import holds_routemap
from cdk8s_iter8.live.kinds import object_words
from cdk8s_iter8.live.object_difference import Action, object_difference
from cdk8s_iter8.live.owner import Owner, owner_of
from cdk8s_iter8.live.pruning import prunable
from cdk8s_iter8.manifests.manifest import Manifest

if TYPE_CHECKING:  # a deletion and a change of live weights resolve no release
    from cdk8s_iter8.release.resolved import ResolvedRelease


@dataclass(frozen=True)
class Declared:
    """An object that the values make.

    Attributes:
        key: The object.
        manifest: What is applied.
        live: The object in the cluster; None: there is none.
        after: What it would be; the live object itself if nothing would change.
    """

    key: ObjectKey
    manifest: Manifest
    live: Object | None
    after: Object

    @property
    def change(self) -> str:
        """What an apply does: ``created``, ``changed`` or ``unchanged``."""
        action = object_difference(self.key, self.live, self.after).action
        return "created" if action is Action.MADE else action.value


@dataclass(frozen=True)
class Prepared:
    """A release that can be applied.

    Attributes:
        release: The release.
        declared: Its objects, in the order of its YAML.
        going: Objects of the release that its values no longer make.
        notes: What could not be looked at, and what stays although the values no longer make it.
    """

    release: "ResolvedRelease"
    declared: tuple[Declared, ...]
    going: Mapping[ObjectKey, Object]
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> ReleaseKey:
        """The release's namespace and name."""
        return ReleaseKey(self.release.application.namespace, self.release.application.name)


def prepare(connection: Connection, release: "ResolvedRelease", permission: Permission) -> Prepared:
    """Asks the API server what an apply of a release would do.

    Args:
        connection: The cluster.
        release: The release.
        permission: What may be taken from others.

    Raises:
        ApplyError: Everything that cannot be applied.
        CallError: The cluster does not answer, or does not know who asks.
    """
    discovery = Discovery(connection)
    problems: list[str] = []
    keys: dict[ObjectKey, Manifest] = {}
    for manifest in release.manifests():
        try:
            keys[discovery.key(manifest)] = manifest
        except (MissingTypeError, UnknownKindError) as error:
            problems.append(str(error))
    answers = connection.at_once(
        lambda item: _asked(connection, *item, release.application.name, permission), keys.items()
    )
    declared = [answer for answer in answers if isinstance(answer, Declared)]
    problems += [line for answer in answers if not isinstance(answer, Declared) for line in answer]
    if problems:
        raise ApplyError(problems)
    key = ReleaseKey(release.application.namespace, release.application.name)
    namespaces = {listed.namespace for listed in (*keys, *_listed_before(declared))}
    in_cluster = release_objects(connection, key, namespaces, dict.fromkeys((*TYPES, *(listed.gvr for listed in keys))))
    unmade = prunable(in_cluster.objects, keys)
    owners = {} if permission.adopt else {gone: owner_of(raw, key.name) for gone, raw in unmade.items()}
    going = {gone: raw for gone, raw in unmade.items() if not owners.get(gone)}
    notes = [f"not looked at for what to prune: {refusal}" for refusal in in_cluster.refused]
    notes += [
        f"{object_words(owned)} stays: it belongs to {owner}; --adopt deletes it"
        for owned, owner in owners.items()
        if owner
    ]
    problems += _unreadable_routes(connection, declared, key)
    problems += not_deletable(connection, going)
    if problems:
        raise ApplyError(problems)
    return Prepared(release, tuple(declared), going, tuple(dict.fromkeys(notes)))


def _unreadable_routes(connection: Connection, declared: Iterable[Declared], key: ReleaseKey) -> Iterator[str]:
    """Yields why the release's routes, new and old, cannot be read; an apply must read them to wait for them."""
    try:
        for answer in declared:
            if holds_routemap(answer.manifest):
                read_routes(connection, *key, {*route_types(answer.after), *route_types(answer.live)})
    except NotPermittedError as error:
        yield str(error)


def not_deletable(connection: Connection, going: Mapping[ObjectKey, Object]) -> list[str]:
    """Returns why objects cannot be deleted, or not be waited for, a line each; the server is only asked.

    Args:
        connection: The cluster.
        going: The objects.
    """

    def asked(item: tuple[ObjectKey, Object]) -> list[str]:
        key, raw = item
        lines = []
        for call in (
            lambda: connection.delete(key, raw["metadata"]["uid"], dry_run=True),
            lambda: connection.read(key),
        ):
            try:
                call()
            except NotPermittedError as error:
                lines.append(str(error))
        return lines

    return [line for lines in connection.at_once(asked, going.items()) for line in lines]


def _listed_before(declared: Iterable[Declared]) -> Iterator[ObjectKey]:
    """Yields the objects that the routemap in the cluster names: a version may have been alone in its namespace."""
    for answer in declared:
        if answer.live and holds_routemap(answer.live):
            yield from listed_objects(answer.live)


def _asked(
    connection: Connection, key: ObjectKey, manifest: Manifest, release: str, permission: Permission
) -> Declared | list[str]:
    live = connection.read(key)
    owner = owner_of(live, release) if live else None
    if owner and not permission.adopt:
        return [f"{object_words(key)} belongs to {owner}; --adopt takes it over{_warning(owner)}"]
    try:
        return Declared(key, manifest, live, applied(connection, key, manifest, owner, permission, dry_run=True))
    except RefusedError as error:
        return [*error.lines]
    except NotThereError as error:
        if error.details.get("kind") == "namespaces":
            return [f"there is no namespace {key.namespace} ({connection.context})"]
        return [str(error)]
    except CallError as error:
        if error.status in (0, 401):
            raise
        return [str(error)]


def _warning(owner: Owner) -> str:
    return "" if owner.tool in ("Helm", "") else f", until {owner.tool} puts it back"


def planned(prepared: Prepared) -> Iterator[Done]:
    """Yields what an apply would do, a step for each object."""
    for declared in prepared.declared:
        change = declared.change
        said = change if change == "unchanged" else f"would be {change}"
        yield Done(f"{object_words(declared.key)}: {said}", declared.key, change)
    for key in prepared.going:
        yield Done(f"{object_words(key)}: would be deleted, once the route gives it nothing", key, "deleted")
