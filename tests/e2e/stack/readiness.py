"""The conditions that an object's own controller would set."""

from tests.e2e.stack.api import API, Object


def set_conditions(api: API, kind: str, namespace: str, name: str, /, **conditions: str) -> None:
    """Set conditions to True, False or Unknown for the object's newest generation, through the status subresource."""
    item = api.get(kind, namespace, name)
    if item is None:
        raise LookupError(f"no {kind} {name} in namespace {namespace}")
    status: Object = {
        "observedGeneration": item["metadata"]["generation"],
        "conditions": [{"type": name, "status": status} for name, status in conditions.items()],
    }
    if "replicas" in item["spec"]:  # a Deployment: all its pods are new
        pods = ("replicas", "updatedReplicas", "readyReplicas", "availableReplicas")
        status |= dict.fromkeys(pods, item["spec"]["replicas"])
    api.merge(kind, namespace, name, {"status": status}, subresource="/status")
