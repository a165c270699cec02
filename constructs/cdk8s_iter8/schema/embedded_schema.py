"""Schemas of full objects, such as a Knative Service's, inside the schema of values."""

import json
from collections.abc import Iterator
from typing import Any

from cdk8s_iter8.specifications.specification import DOCUMENT

Schema = dict[str, Any]

DEFINITIONS = "#/$defs/"
"""Where a schema's definitions are; with a name it is a reference to one."""


def embedded(definition: Schema, owner: str) -> dict[str, Schema]:
    """Takes the schemas of full objects out of a definition and refers to them instead.

    Args:
        definition: A definition of values, which is changed.
        owner: Its name.

    Returns:
        The definitions that are needed beside it, each named ``OWNER.NAME``, that of the spec ``OWNER.spec``.
    """
    found: dict[str, Schema] = {}
    for each in mappings(definition):
        if not isinstance(each.get(DOCUMENT), str):
            continue
        document = json.loads(each.pop(DOCUMENT))
        parts = document.get("$defs", {}) | {"spec": document["properties"]["spec"]}
        found |= {f"{owner}.{name}": _renamed(part, owner) for name, part in parts.items()}
        for key in ("type", "additionalProperties"):
            del each[key]
        each["$ref"] = f"{DEFINITIONS}{owner}.spec"
    return found


def target(schema: Schema) -> str:
    """Returns the name of the definition that a schema refers to."""
    return str(schema["$ref"]).removeprefix(DEFINITIONS)


def mappings(schema: Any) -> Iterator[Schema]:
    """Yields every mapping in a schema, itself included."""
    if isinstance(schema, dict):
        yield schema
    if isinstance(schema, dict | list):
        for each in schema.values() if isinstance(schema, dict) else schema:
            yield from mappings(each)


def _renamed(schema: Any, owner: str) -> Any:
    if isinstance(schema, list):
        return [_renamed(each, owner) for each in schema]
    if not isinstance(schema, dict):
        return schema
    renamed = {key: _renamed(value, owner) for key, value in schema.items()}
    if isinstance(schema.get("$ref"), str):
        renamed["$ref"] = f"{DEFINITIONS}{owner}.{target(schema)}"
    return renamed
