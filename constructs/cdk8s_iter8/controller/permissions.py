"""The permissions of Iter8's controller: exactly those for the calls that its program makes."""

from cdk8s_iter8.controller.permission import Permission, merged
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.values.controller import ControllerValues

# Informers list and watch every type. Before the controller adds or removes its finalizer, it gets the object again;
# without that permission it crashes (controllers/allcontrollers.go, controllers/finalizer.go).
READ = ("get", "list", "watch")
# The finalizer is added and removed by an update of the object (controllers/finalizer.go).
FINALIZE = ("update",)
# Routes are applied by the server; a new one needs both (controllers/k8sclient/simple.go).
APPLY = ("create", "patch")


def permissions(controller: ResolvedController[ControllerValues]) -> tuple[Permission, ...]:
    """Returns the permissions in the namespaces that the controller sees."""
    needed = [
        Permission("", "configmaps", READ),  # routemaps: watched, and got to own their routes (controllers/routemap.go)
        Permission("", "events", ("create",)),  # controllers/events.go
    ]
    for used in controller.types.values():
        verbs = (*READ, *FINALIZE, *(APPLY if used.applied else ()))
        needed.append(Permission(used.type.group, used.type.resource, verbs))
    return merged(needed)


def own_pods(controller: ResolvedController[ControllerValues]) -> Permission:
    """Returns the permission to get the controller's own pod, which events refer to (controllers/allcontrollers.go)."""
    return Permission("", "pods", ("get",), (f"{controller.values.name}-0",))
