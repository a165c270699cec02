"""Whatever a template holds, the controller reads from it what `evaluate` says."""

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdk8s_iter8.template import LiteralBlock, Node, evaluate, render
from tests.support import yaml_readers
from tests.support.generators import nodes
from tests.support.generators.text import HOSTILE
from tests.support.go_template import execute

Case = tuple[Node, list[int]]

cases = st.integers(1, 4).flatmap(lambda versions: st.tuples(nodes.nodes(versions), nodes.weights(versions)))


def _text(data: Any) -> str:
    """So that 1, 1.0 and true are not equal, unlike in Python."""
    return json.dumps(data, sort_keys=True)


def _with_floats(data: Any) -> Any:
    """JavaScript has no other numbers."""
    if isinstance(data, dict):
        return {key: _with_floats(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_floats(item) for item in data]
    return float(data) if isinstance(data, int) and not isinstance(data, bool) else data


def _executed(generated: Sequence[Case]) -> list[str]:
    return execute([(render(node), weights) for node, weights in generated])


@given(cases)
def test_the_controller_reads_what_evaluate_says(case: Case) -> None:
    [output] = _executed([case])
    assert _text(yaml_readers.as_the_controller(output)) == _text(evaluate(*case))


@settings(max_examples=5)
@given(st.lists(cases, min_size=10, max_size=20))
def test_so_does_a_reader_of_yaml_1_2(generated: list[Case]) -> None:
    read = yaml_readers.as_yaml_1_2(_executed(generated))
    for (node, weights), data in zip(generated, read, strict=True):
        assert _text(_with_floats(data)) == _text(_with_floats(evaluate(node, weights)))


@given(cases)
def test_a_rendered_template_survives_in_the_routemap(case: Case) -> None:
    template = render(case[0])
    spec = render({"routingTemplates": {"blue-green": {"template": LiteralBlock(template), "gvrShort": "vs"}}})
    assert yaml_readers.as_the_controller(spec)["routingTemplates"]["blue-green"]["template"] == template


PLACES: dict[str, Callable[[str], Node]] = {
    "key": lambda text: {text[:100]: {text[:100]: 1}},
    "value": lambda text: {"a": text, "b": {"c": text}},
    "item": lambda text: [text, [text, [text]], {"a": text}],
}


@pytest.mark.parametrize("place", PLACES)
def test_every_hostile_string_everywhere(place: str) -> None:
    generated: list[Case] = [(PLACES[place](text), [1]) for text in HOSTILE]
    output = _executed(generated)
    expected = [evaluate(*case) for case in generated]
    assert [yaml_readers.as_the_controller(text) for text in output] == expected
    assert yaml_readers.as_yaml_1_2(output) == expected
