"""A permission for a resource of the Kubernetes API."""

from collections.abc import Iterable
from dataclasses import dataclass

_ORDER = ("get", "list", "watch", "update", "create", "patch", "delete")


@dataclass(frozen=True)
class Permission:
    """A permission for a resource.

    Attributes:
        group: API group; empty for core objects.
        resource: The resource's plural name.
        verbs: The allowed verbs.
        names: The names of the objects that the permission is for; empty: all objects.
    """

    group: str
    resource: str
    verbs: tuple[str, ...]
    names: tuple[str, ...] = ()


def merged(needed: Iterable[Permission]) -> tuple[Permission, ...]:
    """Returns one permission for each resource, since two short names of types may stand for one resource.

    Example:
        >>> for permission in merged([Permission("", "pods", ("list",)), Permission("", "pods", ("get", "list"))]):
        ...     print(permission.resource, permission.verbs)
        pods ('get', 'list')
    """
    verbs: dict[tuple[str, str, tuple[str, ...]], set[str]] = {}
    for permission in needed:
        verbs.setdefault((permission.group, permission.resource, permission.names), set()).update(permission.verbs)
    return tuple(
        Permission(group, resource, tuple(verb for verb in _ORDER if verb in verbs), names)
        for (group, resource, names), verbs in verbs.items()
    )
