"""What the controller keeps of a route in the cluster: whose it is, and whether it is as it was applied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey, RoutemapKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, ITER8_FIELD_MANAGER, MANIFEST_ANNOTATION, TEMPLATE_ANNOTATION
from cdk8s_iter8.engine.desired_route import DesiredRoute

Fields = frozenset[tuple[str, ...]]


class Owner(Enum):
    """Whose a route is, seen from a routemap."""

    ROUTEMAP = "the routemap"
    LEFT = "a controller of routemaps, and no routemap"
    OTHER = "somebody else"


@dataclass(frozen=True, slots=True)
class AppliedRoute:
    """A route in the cluster.

    Attributes:
        key: Its type, namespace and name.
        uid: Its uid.
        resource_version: Its resource version.
        owners: ``(kind in lower case, name, uid)`` of each owner.
        digest: That of the manifest that was applied last, by its annotation.
        template_digest: That of the template that made it, by its annotation.
        fields: The fields that this controller owns, as paths; leaves that are lists or scalars.
        appliers: The field managers that have applied it.
        deleting: Whether it has a deletion timestamp.
    """

    key: ObjectKey
    uid: str
    resource_version: str
    owners: tuple[tuple[str, str, str], ...]
    digest: str | None
    template_digest: str | None
    fields: Fields
    appliers: frozenset[str]
    deleting: bool

    def owner(self, key: RoutemapKey, uid: str) -> Owner:
        """Tells whose the route is.

        A routemap's route has its uid as an owner. It stays the routemap's while the ConfigMap is replaced by another
        of its name, if a controller of routemaps applied it. What a controller of routemaps applied and nobody owns is
        left from a routemap that was deleted (Iter8 applies such routes at times).
        """
        if any(owner_uid == uid for _, _, owner_uid in self.owners):
            return Owner.ROUTEMAP
        if not self.appliers & {FIELD_MANAGER, ITER8_FIELD_MANAGER}:
            return Owner.OTHER
        if not self.owners:
            return Owner.LEFT
        named = all((kind, name) == ("configmap", key.name) for kind, name, _ in self.owners)
        return Owner.ROUTEMAP if named else Owner.OTHER

    def is_right(self, desired: DesiredRoute) -> bool:
        """Tells whether applying the route again would change nothing.

        The manifest is the one that was applied last, and nobody has changed a field of it since: the API server takes
        a changed field from those who own it.
        """
        return self.digest == desired.digest and not self.deleting and self._owns(leaves(desired.manifest))

    def _owns(self, paths: Fields) -> bool:
        """Tells whether every path is a field of this controller, or inside one: some maps are one field."""
        return all(
            path in self.fields or any(path[:length] in self.fields for length in range(1, len(path))) for path in paths
        )


def applied_route(raw: Object, gvr: GVR) -> AppliedRoute:
    """Takes what matters from a route."""
    metadata = raw["metadata"]
    annotations = metadata.get("annotations") or {}
    managed = [entry for entry in metadata.get("managedFields") or () if entry.get("operation") == "Apply"]
    owned: Any = next((entry.get("fieldsV1") for entry in managed if entry.get("manager") == FIELD_MANAGER), None)
    return AppliedRoute(
        key=ObjectKey(gvr, metadata["namespace"], metadata["name"]),
        uid=metadata["uid"],
        resource_version=metadata["resourceVersion"],
        owners=tuple(
            (str(owner.get("kind")).lower(), str(owner.get("name")), str(owner.get("uid")))
            for owner in metadata.get("ownerReferences") or ()
        ),
        digest=annotations.get(MANIFEST_ANNOTATION),
        template_digest=annotations.get(TEMPLATE_ANNOTATION),
        fields=frozenset(_owned(owned or {}, ())),
        appliers=frozenset(str(entry.get("manager")) for entry in managed),
        deleting="deletionTimestamp" in metadata,
    )


def _owned(fields: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Paths of fieldsV1, down to lists: list items are compared by the manifest's digest alone."""
    inner = {key[2:]: value for key, value in fields.items() if key.startswith("f:")}
    if not inner:
        yield path
    for key, value in inner.items():
        yield from _owned(value, (*path, key))


_IDENTITY = {("apiVersion",), ("kind",), ("metadata", "name"), ("metadata", "namespace")}


def leaves(manifest: Mapping[str, Any]) -> Fields:
    """Returns the paths of a manifest's scalars and lists; what names the object is nobody's field.

    Example:
        >>> sorted(leaves({"kind": "A", "spec": {"hosts": ["a"], "tls": {"mode": "b"}}}))
        [('spec', 'hosts'), ('spec', 'tls', 'mode')]
    """
    return frozenset(_leaves(manifest, ())) - _IDENTITY


def _leaves(node: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for key, value in node.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, (*path, key))
        elif value is not None:
            yield (*path, key)
