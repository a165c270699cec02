"""What the controller may do: one permission for each call that its program makes, and no other."""

from collections.abc import Iterable
from dataclasses import dataclass

from cdk8s_iter8.controller.resolved import ResolvedController

# Informers list and watch every type; before it adds or removes its finalizer, the controller gets the object anew, and
# without that permission it crashes (controllers/allcontrollers.go, controllers/finalizer.go).
READ = ("get", "list", "watch")
# Its finalizer is added and removed by replacing the object (controllers/finalizer.go).
FINALIZE = ("update",)
# Routes are applied by the server; a new one needs both (controllers/k8sclient/simple.go).
APPLY = ("create", "patch")


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


def permissions(controller: ResolvedController) -> tuple[Permission, ...]:
    """Returns what the controller may do in the namespaces it sees."""
    needed = [
        Permission("", "configmaps", READ),  # routemaps: watched, and got to own their routes (controllers/routemap.go)
        Permission("", "events", ("create",)),  # controllers/events.go
    ]
    for each in controller.types.values():
        verbs = (*READ, *FINALIZE, *(APPLY if each.applied else ()))
        needed.append(Permission(each.type.group, each.type.resource, verbs))
    return _merged(needed)


def own_pods(controller: ResolvedController) -> Permission:
    """Returns what it may do with pods in its own namespace: get itself, for events (controllers/allcontrollers.go)."""
    return Permission("", "pods", ("get",), (f"{controller.values.name}-0",))


def _merged(needed: Iterable[Permission]) -> tuple[Permission, ...]:
    """Two short names may stand for one resource; it gets one permission."""
    order = (*READ, *FINALIZE, *APPLY)
    merged: dict[tuple[str, str], set[str]] = {}
    for each in needed:
        merged.setdefault((each.group, each.resource), set()).update(each.verbs)
    return tuple(
        Permission(group, resource, tuple(verb for verb in order if verb in verbs))
        for (group, resource), verbs in merged.items()
    )
