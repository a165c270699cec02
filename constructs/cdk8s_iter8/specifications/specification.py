"""Whole objects in values: ``{metadata, spec}``. All fields of the spec are checked against the object's schema."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema_rs
from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from cdk8s_iter8.specifications.spelling import api_data, is_struct
from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.validation.misspelt import unknown_key
from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.one_of_types import OneOf
from cdk8s_iter8.validation.part_validation import without_paths
from cdk8s_iter8.validation.problem import Path, Problem, as_text
from cdk8s_iter8.validation.unwritable import unwritable


class Specification(Model):
    """A whole object, instead of the few keys of a version."""

    metadata: Metadata = Field(default=Metadata(), description="Metadata of this object; wins over the version's.")


DOCUMENT = "x-document"
"""The key for the text of the object's schema, in a JSON schema of values."""


@dataclass(frozen=True)
class CheckedBy:
    """The mark that `checked_by` puts into a type: the check, and the schema for editors."""

    schema: Callable[[], str]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Checks the value after it is validated as a mapping."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, inner: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Adds the object's schema, for `cdk8s_iter8.schema.values_schema`."""
        return {**handler(inner), DOCUMENT: self.schema()}

    def _check(self, spec: dict[str, Any]) -> dict[str, Any]:
        checked, problems = check(spec, self.schema())
        if problems:
            raise ProblemsError(problems)
        return checked


def checked_by(schema: Callable[[], str]) -> CheckedBy:
    """Checks a spec against the schema of its object: unknown fields and wrong values are problems.

    Args:
        schema: Returns the JSON Schema of the whole object, as text; called at the first check.
    """
    return CheckedBy(schema)


@dataclass(frozen=True)
class SpecOf(OneOf):
    """The mark that `spec_of` puts into the type of an argument."""

    schema: Callable[[], str]

    def convert(self, value: object) -> object:
        """Returns the spec as plain data without empty fields, or raises the problems of its fields."""
        _, document = _validator(self.schema())
        checked, problems = check(api_data(value, document), self.schema())
        if problems:
            raise ProblemsError(problems)
        return checked

    def takes(self, value: object, classes: tuple[type, ...]) -> bool:  # noqa: ARG002
        """Accepts mappings and structs. Structs may be of any package: a program may have its own imports."""
        return isinstance(value, Mapping) or is_struct(value)


def spec_of(schema: Callable[[], str], noun: str) -> SpecOf:
    """Makes an argument take the spec of an object: a mapping, or a typed struct.

    Args:
        schema: Returns the JSON Schema of the whole object, as text.
        noun: The object in words, such as ``a Deployment``.
    """
    return SpecOf(f"a spec of {noun} (a mapping with the keys of the API, or a typed struct)", schema)


_NOUNS = {
    "string": "a string (quote numbers and true or false)",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
}


@cache
def _validator(schema: str) -> tuple[jsonschema_rs.Validator, dict[str, Any]]:
    document = json.loads(schema)
    return jsonschema_rs.validator_for(document), document


def check(spec: Mapping[str, Any], schema: str) -> tuple[dict[str, Any], list[Problem]]:
    """Checks the spec of an object against the object's schema.

    Args:
        spec: The spec.
        schema: JSON Schema of the whole object, as text.

    Returns:
        The spec without the fields that have no value (they count as absent), and all problems.
    """
    problems = list(unwritable(spec))
    try:
        absent = {path for path, error in _errors(spec, schema) if _is_absent(path, error)}
        checked = without_paths(dict(spec), absent)
        _, document = _validator(schema)
        problems += [problem for path, error in _errors(checked, schema) for problem in _worded(error, path, document)]
    except (UnicodeEncodeError, ValueError):  # JSON cannot hold the spec; `unwritable` has reported why
        return dict(spec), problems
    return checked, problems


def _errors(spec: Mapping[str, Any], schema: str) -> Iterator[tuple[Path, jsonschema_rs.ValidationError]]:
    validator, _ = _validator(schema)
    for error in validator.iter_errors({"spec": spec}):
        path: Path = tuple(error.instance_path)
        if path[:1] == ("spec",):  # users write only the spec
            yield path[1:], error


def _is_absent(path: Path, error: jsonschema_rs.ValidationError) -> bool:
    """Tells whether an error is about null at a field of the schema, not in a list or at a key that users choose."""
    steps = [step for step in error.evaluation_path if step != "$ref"]
    return error.instance is None and steps[-3:-1] == ["properties", *path[-1:]]


def _worded(error: jsonschema_rs.ValidationError, path: Path, document: dict[str, Any]) -> Iterator[Problem]:
    kind = error.kind.as_dict()
    match error.kind.name:
        case "additionalProperties":
            known = _subschema(document, error.schema_path).get("properties", {})
            yield from (Problem((*path, key), unknown_key(key, known)) for key in kind["unexpected"])
        case "required":
            yield Problem((*path, kind["property"]), "is missing")
        case "type":
            nouns = " or ".join(_NOUNS.get(name, name) for name in kind["types"])
            yield Problem(path, f"{as_text(error.instance)} is not {nouns}")
        case "enum":
            yield Problem(path, f"{as_text(error.instance)} is not one of {', '.join(map(as_text, kind['options']))}")
        case "minimum" | "maximum" as bound:
            least = "least" if bound == "minimum" else "most"
            yield Problem(path, f"{as_text(error.instance)} is not at {least} {kind['limit']}")
        case "pattern" if "KMGTPE" in kind["pattern"]:
            yield Problem(path, f"{as_text(error.instance)} is not a quantity (such as 250m, 64Mi or 1)")
        case "pattern":
            yield Problem(path, f"{as_text(error.instance)} does not match {kind['pattern']}")
        case _:
            yield Problem(path, f"{as_text(error.instance)} is not valid here ({error.kind.name})")


def _subschema(document: dict[str, Any], path: list[str | int]) -> dict[str, Any]:
    here: Any = document
    for step in path[:-1]:  # the last step is the keyword
        here = here[step]
    return dict(here)
