"""The conditions that an object's own controller would set."""

from tests.e2e.stack.api import API


def set_conditions(api: API, kind: str, namespace: str, name: str, /, **conditions: str) -> None:
    """Set conditions to True, False or Unknown for the object's newest generation, through the status subresource."""
    item = api.get(kind, namespace, name)
    if item is None:
        raise LookupError(f"no {kind} {name} in namespace {namespace}")
    body = {
        "status": {
            "observedGeneration": item["metadata"]["generation"],
            "conditions": [{"type": name, "status": status} for name, status in conditions.items()],
        }
    }
    api.merge(kind, namespace, name, body, subresource="/status")
