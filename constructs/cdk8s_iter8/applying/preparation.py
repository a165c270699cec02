"""What an apply would do to each object, asked of the API server before anything is changed."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from cdk8s_iter8.applying.live_routing import read_routes, routemap_of
from cdk8s_iter8.cluster.api_error import (
    CallError,
    ConflictError,
    MissingTypeError,
    NotPermittedError,
    NotThereError,
)
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.discovery import Discovery, UnknownKindError
from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.releases import TYPES, ReleaseKey, release_objects
from cdk8s_iter8.engine.routemap import RoutemapError, objects
from cdk8s_iter8.live.conflict import refused
from cdk8s_iter8.live.kinds import object_words
from cdk8s_iter8.live.object_difference import Action, object_difference
from cdk8s_iter8.live.owner import Owner, owner_of
from cdk8s_iter8.live.pruning import prunable
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import printable


class ApplyError(Exception):
    """What cannot be applied as it is; `lines` say why."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(map(printable, dict.fromkeys(lines)))
        super().__init__("\n".join(self.lines))


@dataclass(frozen=True)
class Permission:
    """What an apply may take from others.

    Attributes:
        force_conflicts: Fields of other field managers.
        adopt: Objects of Argo CD, Flux, Helm and other releases.
    """

    force_conflicts: bool = False
    adopt: bool = False


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
        notes: What could not be looked at.
    """

    release: ResolvedRelease
    declared: tuple[Declared, ...]
    going: Mapping[ObjectKey, Object]
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> ReleaseKey:
        """The release's namespace and name."""
        return ReleaseKey(self.release.application.namespace, self.release.application.name)


def prepare(connection: Connection, release: ResolvedRelease, permission: Permission) -> Prepared:
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
    declared = [each for each in answers if isinstance(each, Declared)]
    problems += [line for each in answers if not isinstance(each, Declared) for line in each]
    if problems:
        raise ApplyError(problems)
    key = ReleaseKey(release.application.namespace, release.application.name)
    namespaces = {each.namespace for each in (*keys, *_listed_before(declared))}
    found = release_objects(connection, key, namespaces, dict.fromkeys((*TYPES, *(each.gvr for each in keys))))
    notes = tuple(dict.fromkeys(f"not looked at for what to prune: {each}" for each in found.refused))
    going = {
        gone: raw
        for gone, raw in prunable(found.objects, keys).items()
        if permission.adopt or not owner_of(raw, key.name)
    }
    problems += _unreadable_routes(connection, declared, key)
    problems += not_deletable(connection, going)
    if problems:
        raise ApplyError(problems)
    return Prepared(release, tuple(declared), going, notes)


def _unreadable_routes(connection: Connection, declared: Iterable[Declared], key: ReleaseKey) -> Iterator[str]:
    """Yields why the routes that the release will make cannot be read: an apply waits for them."""
    try:
        for each in declared:
            if "strSpec" in (each.manifest.get("data") or {}):
                read_routes(connection, *key, [template.gvr for template in routemap_of(each.after).templates])
    except NotPermittedError as error:
        yield str(error)


def not_deletable(connection: Connection, going: Mapping[ObjectKey, Object]) -> list[str]:
    """Returns why objects cannot be deleted, a line each; the server is only asked.

    Args:
        connection: The cluster.
        going: The objects.
    """

    def asked(item: tuple[ObjectKey, Object]) -> str:
        try:
            connection.delete(item[0], item[1]["metadata"]["uid"], dry_run=True)
        except NotPermittedError as error:
            return str(error)
        return ""

    return [line for line in connection.at_once(asked, going.items()) if line]


def _listed_before(declared: Iterable[Declared]) -> Iterator[ObjectKey]:
    """Yields the objects of versions by the routemap in the cluster: a version may have been alone in a namespace."""
    for each in declared:
        if each.live and "strSpec" in (each.live.get("data") or {}):
            with suppress(RoutemapError):
                yield from objects(routemap_of(each.live))


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


class RefusedError(ApplyError):
    """Fields of an object belong to other field managers."""


def applied(
    connection: Connection,
    key: ObjectKey,
    manifest: Manifest,
    owner: Owner | None,
    permission: Permission,
    *,
    dry_run: bool = False,
) -> Object:
    """Applies an object, and takes over the fields that may be taken.

    Args:
        connection: The cluster.
        key: The object.
        manifest: What is applied.
        owner: Who else the object belongs to; its fields are taken.
        permission: What may be taken from others.
        dry_run: Whether the server only answers what the object would be.

    Raises:
        RefusedError: Fields belong to others.
        CallError: The server refuses the object.
    """
    try:
        return connection.apply(key, manifest, dry_run=dry_run)
    except ConflictError as error:
        if not error.conflicts:
            raise
        others = () if permission.force_conflicts else refused(error.conflicts, owner.managers if owner else ())
        if others:
            said = "--force-conflicts takes it over"
            raise RefusedError(
                f"{object_words(key)}: {each.field} belongs to the field manager {each.manager}; {said}"
                for each in others
            ) from error
        return connection.apply(key, manifest, dry_run=dry_run, force=True)


def planned(prepared: Prepared) -> Iterator[str]:
    """Yields what an apply would do, a line for each object."""
    for each in prepared.declared:
        yield (
            f"{object_words(each.key)}: would be {each.change}"
            if each.change != "unchanged"
            else f"{object_words(each.key)}: unchanged"
        )
    for key in prepared.going:
        yield f"{object_words(key)}: would be deleted, once the route gives it nothing"
