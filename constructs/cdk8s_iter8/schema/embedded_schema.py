"""Schemas of whole objects, such as a Knative Service, inside the schema of values."""

import json
from collections.abc import Iterator
from typing import Any

from cdk8s_iter8.specifications.specification import DOCUMENT

Schema = dict[str, Any]

DEFINITIONS = "#/$defs/"
"""The place of a schema's definitions; with a name behind it, the reference to a definition."""


def extract_objects(definition: Schema, owner: str) -> dict[str, Schema]:
    """Moves the schemas of whole objects out of a definition, and puts references in their places.

    Args:
        definition: A definition of values; it is changed.
        owner: The name of the definition.

    Returns:
        The definitions that were moved out, named ``OWNER.NAME``; that of an object's spec is ``OWNER.spec``.
    """
    moved: dict[str, Schema] = {}
    for schema in iterate_mappings(definition):
        if not isinstance(schema.get(DOCUMENT), str):
            continue
        document = json.loads(schema.pop(DOCUMENT))
        parts = document.get("$defs", {}) | {"spec": document["properties"]["spec"]}
        moved |= {f"{owner}.{name}": _rename_references(part, owner) for name, part in parts.items()}
        for key in ("type", "additionalProperties"):
            del schema[key]
        schema["$ref"] = f"{DEFINITIONS}{owner}.spec"
    return moved


def referred_name(schema: Schema) -> str:
    """Returns the name of the definition that a schema refers to."""
    return str(schema["$ref"]).removeprefix(DEFINITIONS)


def iterate_mappings(schema: Any) -> Iterator[Schema]:
    """Yields a schema and every mapping inside it."""
    if isinstance(schema, dict):
        yield schema
    if isinstance(schema, dict | list):
        for part in schema.values() if isinstance(schema, dict) else schema:
            yield from iterate_mappings(part)


def _rename_references(schema: Any, owner: str) -> Any:
    if isinstance(schema, list):
        return [_rename_references(part, owner) for part in schema]
    if not isinstance(schema, dict):
        return schema
    renamed = {key: _rename_references(value, owner) for key, value in schema.items()}
    if isinstance(schema.get("$ref"), str):
        renamed["$ref"] = f"{DEFINITIONS}{owner}.{referred_name(schema)}"
    return renamed
