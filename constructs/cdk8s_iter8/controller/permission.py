"""A permission: what may be done with a resource of the Kubernetes API."""

from collections.abc import Iterable
from dataclasses import dataclass

_ORDER = ("get", "list", "watch", "update", "create", "patch", "delete")


@dataclass(frozen=True)
class Permission:
    """What may be done with a resource.

    Attributes:
        group: API group; empty for core objects.
        resource: The resource's plural name.
        verbs: What may be done.
        names: The only objects that it may be done with; none: all.
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
