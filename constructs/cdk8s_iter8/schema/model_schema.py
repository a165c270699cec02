"""JSON Schema (2020-12) of models of values, for editors."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from cdk8s_iter8.schema.embedded_schema import Schema, referred_name
from cdk8s_iter8.validation.source import EXTENSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EXTENSIONS = {"patternProperties": {f"^{EXTENSION}": {"description": "The author's own, such as anchors; not read."}}}
"""What the schema of a whole file allows beside its keys."""
_NULL = {"type": "null"}


def model_definitions(models: Iterable[type[BaseModel]]) -> tuple[Mapping[type[BaseModel], str], dict[str, Schema]]:
    """Makes the definitions of models, and of all models in them.

    Args:
        models: The models.

    Returns:
        The name of each model's definition, and the definitions by name. A key without value counts as absent.
    """
    models = list(models)
    places, generated = models_json_schema([(model, "validation") for model in models], schema_generator=_Generator)
    definitions = _nullable({name: _model(definition) for name, definition in generated["$defs"].items()})
    return {model: referred_name(places[model, "validation"]) for model in models}, definitions


def write_schema(schema: Schema) -> str:
    """Writes a schema as text, with one line for each definition, so that diffs are short."""
    head = json.dumps({key: value for key, value in schema.items() if key != "$defs"}, indent=2, ensure_ascii=False)
    lines = [
        f"    {json.dumps(name)}: {json.dumps(definition, ensure_ascii=False)}"
        for name, definition in schema["$defs"].items()
    ]
    return head.removesuffix("\n}") + ',\n  "$defs": {\n' + ",\n".join(lines) + "\n  }\n}\n"


class _Generator(GenerateJsonSchema):
    """Leaves out titles, which only repeat the keys, and writes the rule for a mapping's keys as ``propertyNames``."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        result = super().dict_schema(schema)
        # pydantic would write the rule as a pattern, and allow any value for other keys.
        for pattern, values in result.pop("patternProperties", {}).items():
            result["propertyNames"] = {"pattern": pattern, **result.get("propertyNames", {})}
            result["additionalProperties"] = values
        return result


def _model(definition: Schema) -> Schema:
    required = definition.get("required", [])
    result = {key: value for key, value in definition.items() if key != "title"}
    result["properties"] = {
        key: _without_default(value) if key in required else _or_null(_without_default(value))
        for key, value in definition.get("properties", {}).items()
    }
    return result


def _without_default(schema: Schema) -> Schema:
    """Leaves out an empty default and a model as default: readers do not need them, and editors would insert them."""
    return {key: value for key, value in schema.items() if key != "default" or isinstance(value, str | int)}


def _or_null(schema: Schema) -> Schema:
    """Allows null, because a key without value counts as absent. References are left to `_nullable`."""
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    kinds = [kind for kind in schema.get("anyOf", []) if kind != _NULL]
    if len(kinds) == 1:
        return _or_null(kinds[0] | rest)
    if kinds:
        return rest | {"anyOf": [*kinds, _NULL]}
    if "$ref" in rest:
        return rest
    choices = rest.get("enum", [rest["const"]] if "const" in rest else [])
    rest = {key: value for key, value in rest.items() if key != "const"}
    return rest | {"type": [rest["type"], "null"]} | ({"enum": [*choices, None]} if choices else {})


def _nullable(definitions: dict[str, Schema]) -> dict[str, Schema]:
    """Allows null for mappings at optional keys. It is in the definition, so that errors inside keep their place."""
    optional = {
        referred_name(value)
        for definition in definitions.values()
        for key, value in definition["properties"].items()
        if "$ref" in value and key not in definition.get("required", [])
    }
    return {name: _null_too(definition) if name in optional else definition for name, definition in definitions.items()}


def _null_too(definition: Schema) -> Schema:
    alternatives = {"oneOf": [*definition["oneOf"], _NULL]} if "oneOf" in definition else {}
    return definition | {"type": ["object", "null"]} | alternatives
