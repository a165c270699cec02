"""What Iter8's controller may do: one permission for each call that its program makes, and no other."""

from cdk8s_iter8.controller.permission import Permission, merged
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.values.controller import ControllerValues

# Informers list and watch every type; before it adds or removes its finalizer, the controller gets the object anew, and
# without that permission it crashes (controllers/allcontrollers.go, controllers/finalizer.go).
READ = ("get", "list", "watch")
# Its finalizer is added and removed by replacing the object (controllers/finalizer.go).
FINALIZE = ("update",)
# Routes are applied by the server; a new one needs both (controllers/k8sclient/simple.go).
APPLY = ("create", "patch")


def permissions(controller: ResolvedController[ControllerValues]) -> tuple[Permission, ...]:
    """Returns what the controller may do in the namespaces it sees."""
    needed = [
        Permission("", "configmaps", READ),  # routemaps: watched, and got to own their routes (controllers/routemap.go)
        Permission("", "events", ("create",)),  # controllers/events.go
    ]
    for used in controller.types.values():
        verbs = (*READ, *FINALIZE, *(APPLY if used.applied else ()))
        needed.append(Permission(used.type.group, used.type.resource, verbs))
    return merged(needed)


def own_pods(controller: ResolvedController[ControllerValues]) -> Permission:
    """Returns what it may do with pods in its own namespace: get itself, for events (controllers/allcontrollers.go)."""
    return Permission("", "pods", ("get",), (f"{controller.values.name}-0",))
