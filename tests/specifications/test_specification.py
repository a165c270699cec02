from typing import Any

import pytest

from cdk8s_iter8.specifications.schema_files import knative_service_schema
from cdk8s_iter8.specifications.specification import check

SCHEMA = knative_service_schema()


def spec(**container: Any) -> dict[str, Any]:
    return {"template": {"spec": {"containers": [{"image": "hello", **container}]}}}


def lines(data: dict[str, Any]) -> list[str]:
    return [str(problem) for problem in check(data, SCHEMA)[1]]


def test_a_right_spec_stays_as_it_is() -> None:
    data = spec(resources={"limits": {"cpu": 1, "memory": "64Mi"}})

    assert check(data, SCHEMA) == (data, [])


CONTAINER = "template.spec.containers[0]"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (spec(imag="x"), f"{CONTAINER}.imag: is not a known key; did you mean 'image'?"),
        ({**spec(), "replicas": 1}, "replicas: is not a known key; known: template, traffic"),
        (spec(env={"A": "1"}), f"{CONTAINER}.env: a mapping is not a list"),
        (
            spec(env=[{"name": "A", "value": 1}]),
            f"{CONTAINER}.env[0].value: 1 is not a string (quote numbers and true or false)",
        ),
        (spec(env=[{"value": "1"}]), f"{CONTAINER}.env[0].name: is missing"),
        (spec(env=[None]), f"{CONTAINER}.env[0]: null is not a mapping"),
        (spec(ports=[{"containerPort": "80"}]), f"{CONTAINER}.ports[0].containerPort: '80' is not an integer"),
        (spec(ports=[{"containerPort": True}]), f"{CONTAINER}.ports[0].containerPort: true is not an integer"),
        (
            spec(resources={"limits": {"cpu": "lots"}}),
            f"{CONTAINER}.resources.limits.cpu: 'lots' is not a quantity (such as 250m, 64Mi or 1)",
        ),
        (
            spec(resources={"limits": {"cpu": 0.5}}),
            f"{CONTAINER}.resources.limits.cpu: 0.5 is not an integer or a string (quote numbers and true or false)",
        ),
        ({"template": {"spec": {}}}, "template.spec.containers: is missing"),
        ({"template": {"spec": {"containers": None}}}, "template.spec.containers: is missing"),
        (
            {"template": {**spec()["template"], "metadata": {"annotations": {"a": None}}}},
            "template.metadata.annotations.a: null is not a string (quote numbers and true or false)",
        ),
    ],
)
def test_a_wrong_spec(data: dict[str, Any], line: str) -> None:
    assert lines(data) == [line]


def test_everything_that_is_wrong_is_found_at_once() -> None:
    data = {"template": {"spec": {"containers": [{"image": 1, "envs": []}], "volume": []}}}

    assert sorted(lines(data)) == [
        "template.spec.containers[0].envs: is not a known key; did you mean 'env'?",
        "template.spec.containers[0].image: 1 is not a string (quote numbers and true or false)",
        "template.spec.volume: is not a known key; did you mean 'volumes'?",
    ]


def test_a_field_without_value_is_left_out() -> None:
    data = spec(env=None, livenessProbe=None, resources={"limits": None})

    assert check(data, SCHEMA) == (spec(resources={}), [])


def test_the_spec_that_is_checked_is_not_changed() -> None:
    data = spec(env=None)

    check(data, SCHEMA)

    assert data == spec(env=None)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("\ud800", "has the character U+D800, which cannot be written"),
        ("a\u2028b", "has the character U+2028, which cannot be written"),
    ],
)
def test_what_cannot_be_written(value: str, line: str) -> None:
    assert lines(spec(workingDir=value))[0].endswith(line)


def test_what_json_cannot_hold_is_a_problem_and_no_traceback() -> None:
    assert lines(spec(workingDir=b"x")) == [
        f"{CONTAINER}.workingDir: bytes is not a mapping, a list, a string, a number, true, false or null"
    ]
