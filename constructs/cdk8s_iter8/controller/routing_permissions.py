"""The permissions of the routing controller: exactly those for the calls that its program makes."""

from cdk8s_iter8.controller.permission import Permission, merged
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.values.routing_controller import RoutingControllerValues

WATCH = ("list", "watch")
# The finalizer is added and removed by a patch of this field.
FINALIZE = ("patch",)
# A route is read before it is applied. Server-side apply needs both verbs. A route without template is deleted.
APPLY = ("get", "create", "patch", "delete")


def routing_permissions(controller: ResolvedController[RoutingControllerValues]) -> tuple[Permission, ...]:
    """Returns the permissions in the namespaces that the routing controller sees."""
    needed = [Permission("", "configmaps", WATCH), Permission("", "events", ("create",))]
    for used in controller.types.values():
        verbs = (*WATCH, *FINALIZE, *(APPLY if used.applied else ()))
        needed.append(Permission(used.type.group, used.type.resource, verbs))
    return merged(needed)


def lease_permissions(controller: ResolvedController[RoutingControllerValues]) -> tuple[Permission, ...]:
    """Returns the permissions for the controller's own Lease.

    The verb ``create`` is for all Leases of the namespace, because RBAC cannot limit ``create`` to a name.
    """
    group, resource, name = "coordination.k8s.io", "leases", controller.values.name
    return (
        Permission(group, resource, ("create",)),
        Permission(group, resource, ("get", "update"), (name,)),
    )
