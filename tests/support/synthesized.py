"""Charts to which a test adds constructs, and what they emit."""

from pathlib import Path
from typing import Any

import cdk8s
import yaml

from tests.support.object_schema import validate_object

Json = dict[str, Any]


def chart(directory: Path, name: str = "chart") -> cdk8s.Chart:
    """A chart of an app of its own."""
    return cdk8s.Chart(cdk8s.App(outdir=str(directory / "dist")), name)


def emitted(of: cdk8s.Chart) -> list[Json]:
    """Its objects, each right by its schema and with a namespace."""
    objects: list[Json] = of.to_json()
    assert [line for manifest in objects for line in validate_object(manifest)] == []
    assert all(manifest["metadata"].get("namespace") for manifest in objects)
    return objects


def spec_of(routemap: Json) -> Json:
    """What the controller reads in a routemap."""
    spec: Json = yaml.safe_load(routemap["data"]["strSpec"])
    return spec
