from typing import Any

import pytest

from cdk8s_iter8.controller.engines import ENGINES, validate_controller
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.routing_controller import RoutingControllerValues


def problems(**data: Any) -> list[str]:
    return [str(problem) for problem in validate_controller(data)[1]]


def test_a_file_without_engine_is_for_iter8s() -> None:
    assert validate_controller({}) == (ControllerValues(), [])
    assert validate_controller({"engine": None}) == (ControllerValues(), [])


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_is_for_the_engine_that_it_names(engine: str) -> None:
    values, messages = validate_controller({"engine": engine})
    assert (values, messages) == (ENGINES[engine](), [])
    assert values is not None
    assert values.engine == engine


def test_an_engine_that_nobody_knows_and_what_else_is_wrong() -> None:
    assert problems(engine="envoy", namespace="A", abn={}, replicas=3, podMonitor=1) == [
        "engine: 'envoy' is not an engine (known: iter8, cdk8s-iter8)",
        (
            "namespace: 'A' is not a namespace (at most 63 lower-case letters, digits and '-', starting and ending "
            "with a letter or digit)"
        ),
    ]
    assert problems(engine=["iter8"]) == ["engine: a list of 1 is not an engine (known: iter8, cdk8s-iter8)"]


@pytest.mark.parametrize("key", ["abn", "metrics", "defaultResync"])
def test_keys_that_only_iter8s_controller_reads(key: str) -> None:
    value = {"abn": {"port": 1}, "metrics": {"port": 1}, "defaultResync": "1h"}[key]
    assert problems(engine="cdk8s-iter8", **{key: value}) == [
        f"{key}: is read by engine iter8 only: remove it, or write `engine: iter8`"
    ]
    assert problems(engine="iter8", **{key: value}) == []


@pytest.mark.parametrize("key", ["port", "logFormat", "drainSeconds", "podMonitor"])
def test_keys_that_only_the_routing_controller_reads(key: str) -> None:
    value = {"port": 8081, "logFormat": "json", "drainSeconds": 1, "podMonitor": {"enabled": True}}[key]
    assert problems(**{key: value}) == [
        f"{key}: is read by engine cdk8s-iter8 only: remove it, or write `engine: cdk8s-iter8`"
    ]
    assert problems(engine="cdk8s-iter8", **{key: value}) == []


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert [problem.split(" ")[0] for problem in problems(engine="cdk8s-iter8", abn=1, replicas=9, nam="x")] == [
        "abn:",
        "replicas:",
        "nam:",
    ]


def test_what_the_engines_alone_read_is_complete() -> None:
    ours, iter8s = (
        {field.alias or name for name, field in model.model_fields.items()}
        for model in (RoutingControllerValues, ControllerValues)
    )
    assert iter8s - ours == {"abn", "metrics", "defaultResync"}
    assert ours - iter8s == {"port", "logFormat", "drainSeconds", "podMonitor"}
