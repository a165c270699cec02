"""What the routing controller may do: one permission for each call that its program makes, and no other."""

from cdk8s_iter8.controller.permission import Permission, merged
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.values.routing_controller import RoutingControllerValues

WATCH = ("list", "watch")
# Its finalizer is added and removed by a patch of that field alone.
FINALIZE = ("patch",)
# A route is read before it is made or replaced, applied by the server (a new one needs both verbs), and deleted when no
# template makes it any more.
APPLY = ("get", "create", "patch", "delete")


def routing_permissions(controller: ResolvedController[RoutingControllerValues]) -> tuple[Permission, ...]:
    """Returns what the routing controller may do in the namespaces it sees."""
    needed = [Permission("", "configmaps", WATCH), Permission("", "events", ("create",))]
    for used in controller.types.values():
        verbs = (*WATCH, *FINALIZE, *(APPLY if used.applied else ()))
        needed.append(Permission(used.type.group, used.type.resource, verbs))
    return merged(needed)


def lease_permissions(controller: ResolvedController[RoutingControllerValues]) -> tuple[Permission, ...]:
    """Returns what it may do with Leases in its own namespace: its own one alone, but for the verb ``create``.

    RBAC cannot limit ``create`` to a name.
    """
    group, resource, name = "coordination.k8s.io", "leases", controller.values.name
    return (
        Permission(group, resource, ("create",)),
        Permission(group, resource, ("get", "update"), (name,)),
    )
