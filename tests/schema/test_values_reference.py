"""The reference of all keys lists what the models have."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from cdk8s_iter8.environments import environment, shipped_environment_names
from cdk8s_iter8.schema.values_reference import values_reference
from cdk8s_iter8.schema.values_schema import values_schema

NAMES = shipped_environment_names()
TEXT = values_reference(values_schema(NAMES))


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model that a model's fields can hold, itself included."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation)
    for argument in get_args(annotation):
        yield from models(argument)


def rows() -> set[tuple[str, str]]:
    """The key and the first line of the meaning of every row."""
    found = re.findall(r"^\| \*{0,2}`(\w+)`\*{0,2} \| .* \| .* \| (.*?)(?:<br>.*)? \|$", TEXT, re.MULTILINE)
    return {(key, re.sub(r"\\(.)", r"\1", meaning)) for key, meaning in found}


@pytest.mark.parametrize("name", NAMES)
def test_every_key_of_every_model_is_listed_with_its_description(name: str) -> None:
    listed = rows()
    for model in models(environment(name).values()):
        for key, field in model.model_fields.items():
            if key == "environment":
                continue
            assert (field.alias, field.description) in listed, f"{model.__name__}.{key}"


def test_a_row_has_the_rule_the_default_and_the_meaning() -> None:
    assert (
        "| `weight` | a relative weight (an integer from 0 to 1000000) | `50` | blue-green: relative weight "
        "(0: no requests). mirror: percentage of requests that are mirrored to a candidate. none: not used. canary: an "
        "error, except with KServe, whose routemaps have weights. |"
    ) in TEXT
    assert "| **`cookieName`** | a cookie name (letters, digits and !#$%&'\\*+-.^\\_\\`\\|~, at most 256) |  |" in TEXT


def test_an_environment_alone_has_no_sections_of_others() -> None:
    text = values_reference(values_schema(["knative-istio"]))
    assert "## application.versions[].ksvcSpecification\n" in text
    assert not re.search(r"^## .*\(", text, re.MULTILINE)


def test_what_environments_have_alike_is_said_once() -> None:
    assert TEXT.count("\n## application.metadata\n") == 1
    assert TEXT.count("\n## The file\n") == 1
