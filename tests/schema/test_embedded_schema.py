import json
from typing import Any

from cdk8s_iter8.schema.embedded_schema import extract_objects

OBJECT = {
    "properties": {"spec": {"properties": {"a": {"$ref": "#/$defs/a"}}, "required": ["a"]}, "kind": {"type": "string"}},
    "$defs": {"a": {"items": [{"$ref": "#/$defs/b"}]}, "b": {"type": "string"}},
}


def test_a_full_objects_schema_becomes_definitions_named_for_their_owner() -> None:
    spec: dict[str, Any] = {"type": "object", "additionalProperties": True, "x-document": json.dumps(OBJECT)}
    definition = {"properties": {"spec": {**spec, "description": "The spec."}}}
    assert extract_objects(definition, "Ksvc") == {
        "Ksvc.spec": {"properties": {"a": {"$ref": "#/$defs/Ksvc.a"}}, "required": ["a"]},
        "Ksvc.a": {"items": [{"$ref": "#/$defs/Ksvc.b"}]},
        "Ksvc.b": {"type": "string"},
    }
    assert definition == {"properties": {"spec": {"description": "The spec.", "$ref": "#/$defs/Ksvc.spec"}}}


def test_a_key_of_that_name_is_no_schema() -> None:
    definition = {"properties": {"x-document": {"type": "string", "description": "A document."}}}
    assert extract_objects(definition, "Any") == {}
    assert "x-document" in definition["properties"]
