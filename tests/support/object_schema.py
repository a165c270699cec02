"""Checks any emitted Kubernetes object against the schema of its kind, unknown fields included."""

import functools
from typing import Any

import jsonschema_rs

from crds.strict_schema import object_schema


class UnknownKindError(LookupError):
    """No schema is at hand for an object's apiVersion and kind."""


@functools.cache
def _validator(api_version: str, kind: str) -> jsonschema_rs.Validator:
    schema = object_schema(api_version, kind)
    if schema is None:
        raise UnknownKindError(f"no schema of {api_version} {kind}")
    # Unlike a values file, an object that goes to a cluster says what it is and has a name.
    metadata = schema["properties"]["metadata"] | {"required": ["name"]}
    properties = schema["properties"] | {"metadata": metadata}
    required = {"apiVersion", "kind", "metadata", *schema.get("required", [])}
    return jsonschema_rs.validator_for(schema | {"properties": properties, "required": sorted(required)})


def _path(steps: list[str | int]) -> str:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return path.removeprefix(".") or "$"


def validate_object(obj: dict[str, Any]) -> list[str]:
    """One line `path: what is wrong` for each error, sorted by path; an empty list for a valid object.

    Raises:
        UnknownKindError: there is no schema of the object's kind, so nothing can be said.
    """
    errors = _validator(obj.get("apiVersion", ""), obj.get("kind", "")).iter_errors(obj)
    return sorted(f"{_path(error.instance_path)}: {error.message}" for error in errors)
