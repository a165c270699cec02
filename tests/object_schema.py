"""Checks any emitted Kubernetes object against the schema of its kind, unknown fields included."""

import functools
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from crds.strict_schema import object_schema


class UnknownKindError(LookupError):
    """No schema is at hand for an object's apiVersion and kind."""


@functools.cache
def _validator(api_version: str, kind: str) -> Draft202012Validator:
    schema = object_schema(api_version, kind)
    if schema is None:
        raise UnknownKindError(f"no schema of {api_version} {kind}")
    # Unlike a values file, an object that goes to a cluster says what it is and has a name.
    metadata = schema["properties"]["metadata"] | {"required": ["name"]}
    properties = schema["properties"] | {"metadata": metadata}
    required = {"apiVersion", "kind", "metadata", *schema.get("required", [])}
    return Draft202012Validator(schema | {"properties": properties, "required": sorted(required)})


def _lines(errors: Iterator[ValidationError]) -> Iterator[str]:
    for error in errors:
        yield f"{error.json_path.removeprefix('$.')}: {error.message}"


def validate_object(obj: dict[str, Any]) -> list[str]:
    """One line `path: what is wrong` for each error, sorted by path; an empty list for a valid object.

    Raises:
        UnknownKindError: there is no schema of the object's kind, so nothing can be said.
    """
    return sorted(_lines(_validator(obj.get("apiVersion", ""), obj.get("kind", "")).iter_errors(obj)))
