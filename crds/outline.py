"""The part of InferenceService that is worth a typed class each.

The complete schema repeats the pod specification some forty times: 14 MB of generated Python. The outline
keeps the fields that a release sets and leaves the rest open.
"""

import copy
from typing import Any

TYPED = {
    (),
    ("predictor",),
    ("predictor", "model"),
    ("predictor", "model", "env"),
    ("predictor", "model", "modelFormat"),
    ("predictor", "model", "ports"),
    ("predictor", "model", "resources"),
    ("predictor", "model", "storage"),
}


def _is_plain(schema: dict[str, Any]) -> bool:
    """True for scalars, and for lists and maps of scalars."""
    if "properties" in schema:
        return False
    inner = schema.get("items") or schema.get("additionalProperties")
    return not isinstance(inner, dict) or _is_plain(inner)


def _open(schema: dict[str, Any]) -> dict[str, Any]:
    if schema.get("type") == "array":
        return {"type": "array", "items": {"x-kubernetes-preserve-unknown-fields": True}}
    return {"x-kubernetes-preserve-unknown-fields": True}


def _outline(schema: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    if _is_plain(schema):
        return schema
    if path not in TYPED:
        return _open(schema)
    outlined = dict(schema)
    if "items" in schema:
        outlined["items"] = _outline(schema["items"], path)
    if "properties" in schema:
        outlined["properties"] = {name: _outline(sub, (*path, name)) for name, sub in schema["properties"].items()}
    return outlined


def outline_inference_service(crd: dict[str, Any]) -> dict[str, Any]:
    """A copy of the CRD in which everything outside `TYPED` is open."""
    outlined = copy.deepcopy(crd)
    for version in outlined["spec"]["versions"]:
        properties = version["schema"]["openAPIV3Schema"]["properties"]
        properties["spec"] = _outline(properties["spec"], ())
    return outlined
