"""Typed structs as the data that they stand for, spelled as the Kubernetes API does.

A struct is what ``cdk8s import`` generates, in any package: its fields are named as Python names them, and so may be
those of dicts inside it. cdk8s itself loses what such a dict spells otherwise than its own JavaScript.
"""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]


def is_struct(value: object) -> bool:
    """Tells whether a value is a struct that ``cdk8s import`` generated, whichever package it is from."""
    return hasattr(type(value), "__jsii_name_mapping__")


def api_data(value: Any, document: Schema) -> Any:
    """Returns plain data of an object's spec, with the fields of structs as the API spells them.

    A key that fits no field of the schema stays as it is, for the check that comes next. Keys of a mapping that is in
    no struct are the API's already.

    Args:
        value: The spec: mappings, lists, scalars and structs.
        document: JSON Schema of the whole object.

    Example:
        >>> api_data({"image_pull_policy": "Always"}, {"properties": {"spec": {}}})
        {'image_pull_policy': 'Always'}
    """
    return _data(value, document["properties"]["spec"], document, typed=False)


def _data(value: Any, schema: Schema, document: Schema, *, typed: bool) -> Any:
    schema = _resolved(schema, document)
    if is_struct(value):
        fields = {name: getattr(value, name) for name in type(value).__jsii_name_mapping__}
        value, typed = {name: field for name, field in fields.items() if field is not None}, True
    if isinstance(value, Mapping):
        return _mapping(value, schema, document, typed=typed)
    if isinstance(value, list | tuple):
        return [_data(item, schema.get("items", {}), document, typed=typed) for item in value]
    # A number or a string, as cdk8s wraps either where both are possible.
    return value.value if hasattr(type(value), "from_number") else value


def _mapping(value: Mapping[Any, Any], schema: Schema, document: Schema, *, typed: bool) -> dict[Any, Any]:
    known = schema.get("properties", {})
    others = schema.get("additionalProperties")
    names = {name.lower(): name for name in known}
    data: dict[Any, Any] = {}
    for key, item in value.items():
        name = names.get(key.replace("_", "").lower(), key) if typed and isinstance(key, str) else key
        if name != key and (name in value or name in data):  # two spellings of one field: neither may be lost
            name = key
        of = known.get(name) or (others if isinstance(others, Mapping) else {})
        data[name] = _data(item, of, document, typed=typed)
    return data


def _resolved(schema: Schema, document: Schema) -> Schema:
    while "$ref" in schema:
        schema = document["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema
