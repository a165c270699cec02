"""The schema of a controller.yaml for editors."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from cdk8s_iter8.controller.engines import ENGINES
from cdk8s_iter8.controller.file import load_controller
from cdk8s_iter8.schema.controller_schema import controller_schema
from cdk8s_iter8.schema.model_schema import write_schema
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import parse, read
from tests.support.documents import ROOT, blocks

SCHEMA = controller_schema(ENGINES)
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
DOCUMENTED = [
    text
    for text in blocks((ROOT / "docs" / "controller.md").read_text(), "yaml")
    if text.startswith("# controller.yaml")
]


def test_the_schema_is_one_and_is_committed() -> None:
    jsonschema_rs.meta.validate(SCHEMA)
    assert json.loads(write_schema(SCHEMA)) == SCHEMA
    assert (ROOT / "schema" / "controller.schema.json").read_text() == write_schema(SCHEMA)


def test_the_projects_own_file_is_valid_and_names_it() -> None:
    file = ROOT / "controller.yaml"
    VALIDATOR.validate(read(file).data)
    first = file.read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=schema/controller.schema.json"
    assert (ROOT / first.partition("=")[2]).exists()


VALID = {
    "keys without value": "name:\nreplicas:\nlogLevel:\nmetrics: {implementation:, redis:}\npodDisruptionBudget:\n",
    "another engine": "engine: cdk8s-iter8\nreplicas: 2.0\ndrainSeconds: 3\npodMonitor: {enabled: true}\n",
    "an engine without value": "engine:\nlogLevel: trace\n",
    "the author's own keys": "x-level: &level trace\nlogLevel: *level\n",
    "types that follow": "resourceTypes: auto\n",
    "types": "resourceTypes:\n  ksvc:\n  job: {Group: batch, Version: v1, Resource: jobs, conditions: [Complete]}\n",
    "a percentage of pods": "podDisruptionBudget: {enabled: true, minAvailable: 50%}\n",
    "a number of pods, and no other": "podDisruptionBudget: {enabled: true, maxUnavailable: 1.0, minAvailable:}\n",
    "metrics": "metrics: {implementation: redis, redis: {address: 'redis:6379', db: 1}}\n",
}


@pytest.mark.parametrize("text", [*VALID.values(), *DOCUMENTED])
def test_what_validate_accepts_the_schema_accepts(text: str, tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text(text)
    load_controller(file)
    VALIDATOR.validate(parse(text, "controller.yaml").data)


BAD = [
    "replica: 2",
    "replicas: 0",
    "engine: envoy",
    "drainSeconds: 3",
    "engine: cdk8s-iter8\nreplicas: 3",
    "engine: cdk8s-iter8\nabn: {port: 1}",
    "replicas: '2'",
    "logLevel: loud",
    "namespace: A",
    "resourceTypes: all",
    "resourceTypes: {ksvc: {Version: v1, Resource: services}}",
    "metrics: {implementation: file}",
    "metrics: {redis: {db: -1}}",
    "tolerations: [{operator: In}]",
    "podDisruptionBudget: {enabled: true, minAvailable: 150%}",
]


@pytest.mark.parametrize("text", BAD)
def test_what_is_wrong_with_a_key_both_refuse(text: str, tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text(text)
    with pytest.raises(ValuesError):
        load_controller(file)
    assert not VALIDATOR.is_valid(parse(text, "controller.yaml").data)


def mappings(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        if "properties" in schema and "additionalProperties" in schema:
            yield path, schema
        for key, value in schema.items():
            yield from mappings(value, f"{path}.{key}")


def test_every_key_has_a_description_and_no_mapping_takes_others() -> None:
    by_path = dict(mappings(SCHEMA))
    assert len(by_path) > 8
    for path, mapping in by_path.items():
        assert mapping["additionalProperties"] is False, path
        for key, value in mapping["properties"].items():
            assert value.get("description"), f"{path}: {key}"
