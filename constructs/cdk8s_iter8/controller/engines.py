"""The engines: the programs that execute routemaps, and their values."""

from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.validation.part_validation import validate_parts
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.values.any_controller import AnyControllerValues
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.routing_controller import RoutingControllerValues

EngineValues = ControllerValues | RoutingControllerValues

ENGINES: Mapping[str, type[EngineValues]] = {"iter8": ControllerValues, "cdk8s-iter8": RoutingControllerValues}
"""The values of each engine by its name; the first one is the default."""


def validate_controller(data: dict[str, Any]) -> tuple[EngineValues | None, list[Problem]]:
    """Validates a controller.yaml against the values of its engine.

    Args:
        data: The data of the file, with the file's keys.

    Returns:
        The values without wrong parts (None if that is not possible), and all problems.
    """
    engine = data.get("engine") or next(iter(ENGINES))
    if not isinstance(engine, str) or engine not in ENGINES:
        # Without an engine, only the keys that every engine has can be checked.
        known = Problem(("engine",), f"{as_text(engine)} is not an engine (known: {', '.join(ENGINES)})")
        common = {key: value for key, value in data.items() if key in _keys(AnyControllerValues)}
        _, wrong = validate_parts({"name": "any", "image": "any"} | common, AnyControllerValues)
        return None, [known, *wrong]
    foreign = list(_foreign(data, engine))
    rest = {key: value for key, value in data.items() if (key,) not in {problem.path for problem in foreign}}
    values, wrong = validate_parts(rest, ENGINES[engine])
    return values, [*foreign, *wrong]


def _foreign(data: dict[str, Any], engine: str) -> Iterator[Problem]:
    """Yields the keys that another engine reads and this one does not."""
    for key in data:
        readers = [name for name, model in ENGINES.items() if key in _keys(model)]
        if readers and engine not in readers:
            yield Problem((key,), f"is read by engine {readers[0]} only: remove it, or write `engine: {readers[0]}`")


def _keys(model: type[AnyControllerValues]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}
