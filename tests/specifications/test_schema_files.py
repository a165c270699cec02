"""The generated JSON schemas of what a values file holds whole: strict at every depth."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from crds.generate import ROOT, SCHEMAS, SPECIFICATIONS

FILES = sorted((ROOT / SCHEMAS).glob("*.json"))


def test_there_is_one_file_for_each_name() -> None:
    assert [file.stem for file in FILES] == sorted(SPECIFICATIONS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_is_a_valid_schema_that_lists_every_field(file: Path) -> None:
    schema = json.loads(file.read_text())
    jsonschema_rs.meta.validate(schema)
    assert _open_objects(schema, file.stem) == []


def _open_objects(schema: dict[str, Any], path: str) -> list[str]:
    """Places where any field would pass; a map says what its values are, managed fields may hold anything."""
    open_paths = []
    if schema.get("type") == "object" and "additionalProperties" not in schema:
        open_paths.append(path)
    children = schema.get("properties", {}) | schema.get("$defs", {})
    children |= {key: schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)}
    for name, sub in children.items():
        if name != "fieldsV1":
            open_paths += _open_objects(sub, f"{path}/{name}")
    return open_paths


@pytest.mark.parametrize("name", sorted(SPECIFICATIONS))
def test_a_specification_needs_only_a_spec(name: str) -> None:
    validator = jsonschema_rs.validator_for(json.loads((ROOT / SCHEMAS / f"{name}.json").read_text()))
    [error] = validator.iter_errors({})
    assert error.message == '"spec" is a required property'
    kinds = {"apiVersion": SPECIFICATIONS[name][0], "kind": SPECIFICATIONS[name][1]}
    assert not [error for error in validator.iter_errors(kinds | {"spec": {}}) if not error.instance_path]
    [wrong] = [
        error for error in validator.iter_errors(kinds | {"kind": "Pod", "spec": {}}) if "kind" in error.instance_path
    ]
    assert "was expected" in wrong.message
