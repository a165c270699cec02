"""The built-in kinds of Kubernetes as strict JSON Schema, from the package `kubernetes-validate`."""

import functools
import json
from importlib.resources import files
from typing import Any

Schema = dict[str, Any]

KUBERNETES = "1.37.0"
QUANTITY = (
    r"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]"
    r"|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$"
)

COPIED = {
    "enum", "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties",
    "minimum", "pattern", "required", "type", "uniqueItems",
}  # fmt: skip
"""Keywords that mean the same in OpenAPI and in JSON Schema and are worth keeping."""


@functools.cache
def _definitions() -> dict[str, Schema]:
    text = _kubernetes("_definitions.json")
    assert text is not None, f"kubernetes-validate has no schemas of Kubernetes {KUBERNETES}"
    definitions: dict[str, Schema] = json.loads(text)["$defs"]
    return definitions


def _kubernetes(file: str) -> str | None:
    path = files("kubernetes_validate") / "kubernetes-json-schema" / f"v{KUBERNETES}-local-strict" / file
    return path.read_text() if path.is_file() else None


@functools.cache
def definition(name: str) -> Schema:
    """The strict schema of a built-in type, for example `io.k8s.api.core.v1.Affinity`."""
    short = name.rsplit(".", 1)[-1]
    if short == "Quantity":
        return {"type": ["number", "string"], "pattern": QUANTITY}
    if short == "IntOrString":
        return {"type": ["integer", "string"]}
    if short == "Time":  # `creationTimestamp: null` is what kubectl prints
        return {"type": ["string", "null"]}
    return _inline(_definitions()[name])


def _inline(schema: Schema) -> Schema:
    if "$ref" in schema:
        return definition(schema["$ref"].rsplit("/", 1)[-1])
    # The package allows null everywhere. A blank value is most often a mistake: not here.
    kept = {key: schema[key] for key in sorted(COPIED & schema.keys())}
    if isinstance(kept.get("type"), list):
        kept["type"] = next(name for name in kept["type"] if name != "null")
    if "items" in schema:
        kept["items"] = _inline(schema["items"])
    if "properties" in schema:
        kept["properties"] = {name: _inline(sub) for name, sub in schema["properties"].items()}
    values = schema.get("additionalProperties")
    if values is not None:
        kept["additionalProperties"] = _inline(values) if isinstance(values, dict) else values
    return kept


def built_in(api_version: str, kind: str) -> Schema | None:
    """The strict schema of a built-in kind, or None when Kubernetes has no such kind."""
    text = _kubernetes(_file(api_version, kind))
    if text is None or not _describes(json.loads(text), api_version, kind):
        return None
    return _inline(json.loads(text))


def _file(api_version: str, kind: str) -> str:
    group, _, version = api_version.rpartition("/")
    return "-".join(part for part in (kind, group.split(".")[0], version) if part).lower() + ".json"


def _describes(schema: Schema, api_version: str, kind: str) -> bool:
    group, _, version = api_version.rpartition("/")
    return {"group": group, "kind": kind, "version": version} in schema.get("x-kubernetes-group-version-kind", [])
