"""Applies one object, and takes over the fields that may be taken."""

from dataclasses import dataclass

from cdk8s_iter8.applying.apply_error import RefusedError
from cdk8s_iter8.cluster.api_error import ConflictError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.live.conflict import contested, refused
from cdk8s_iter8.live.kinds import object_words
from cdk8s_iter8.live.owner import Owner
from cdk8s_iter8.manifests.manifest import Manifest


@dataclass(frozen=True)
class Permission:
    """What an apply may take from others.

    Attributes:
        force_conflicts: Fields of other field managers.
        adopt: Objects of Argo CD, Flux, Helm and other releases.
    """

    force_conflicts: bool = False
    adopt: bool = False


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

    A field of another field manager may be taken if it has the applied value already.

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
        if others:  # the server is asked once more, whether their values would change at all
            forced = connection.apply(key, manifest, dry_run=True, force=True)
            others = contested(others, connection.read(key), forced)
        if others:
            said = "--force-conflicts takes it over"
            raise RefusedError(
                f"{object_words(key)}: {other.field} belongs to the field manager {other.manager}; {said}"
                for other in others
            ) from error
        return connection.apply(key, manifest, dry_run=dry_run, force=True)
