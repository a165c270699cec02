"""Turns typed structs into plain data with the spelling of the Kubernetes API.

``cdk8s import`` generates structs, in any package. The fields of structs, and keys of dicts inside them, may have
Python's spelling. cdk8s itself drops such a key of a dict.
"""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]


def is_struct(value: object) -> bool:
    """Tells whether a value is a struct that ``cdk8s import`` generated, from any package."""
    return hasattr(type(value), "__jsii_name_mapping__")


def api_data(value: Any, document: Schema) -> Any:
    """Returns an object's spec as plain data; the fields of structs get the API's spelling.

    A key that is no field of the schema stays as it is: the next check reports it. Mappings outside a struct have the
    API's spelling already.

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
    # cdk8s wraps a number or a string in an object where both are possible.
    return value.value if hasattr(type(value), "from_number") else value


def _mapping(value: Mapping[Any, Any], schema: Schema, document: Schema, *, typed: bool) -> dict[Any, Any]:
    known = schema.get("properties", {})
    others = schema.get("additionalProperties")
    names = {name.lower(): name for name in known}
    data: dict[Any, Any] = {}
    for key, item in value.items():
        name = names.get(key.replace("_", "").lower(), key) if typed and isinstance(key, str) else key
        if name != key and (name in value or name in data):  # two spellings of one field: keep both
            name = key
        of = known.get(name) or (others if isinstance(others, Mapping) else {})
        data[name] = _data(item, of, document, typed=typed)
    return data


def _resolved(schema: Schema, document: Schema) -> Schema:
    while "$ref" in schema:
        schema = document["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema
