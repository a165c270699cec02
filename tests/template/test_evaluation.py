from typing import Any

import pytest

from cdk8s_iter8.template import Guard, LiteralBlock, LiveWeight, Node, evaluate


@pytest.mark.parametrize(
    ("node", "weights", "data"),
    [
        (LiveWeight(1), [30, 70], 70),
        (LiveWeight(0, at_most=100), [99], 99),
        (LiveWeight(0, at_most=100), [100], 100),
        (LiveWeight(0, at_most=100), [101], 100),
        (LiveWeight(0, at_most=0), [1], 0),
        (LiteralBlock("a: b\n"), [], "a: b\n"),
        ({"a": "{{", "b": [1, 1.5, True, None, {}, []]}, [], {"a": "{{", "b": [1, 1.5, True, None, {}, []]}),
        ({"a": (1, 2)}, [], {"a": [1, 2]}),
        ([Guard((0,), "a"), Guard((1,), "b")], [1, 0], ["a"]),
        ([Guard((0,), "a"), Guard((1,), "b")], [0, 1], ["b"]),
        ([Guard((0, 1), "a"), Guard((1, 2), "b"), "c"], [1, 0, 0], ["a", "c"]),
        ({"a": Guard((0,), {"b": LiveWeight(0)}), "c": 1}, [2, 0], {"a": {"b": 2}, "c": 1}),
        ({"a": Guard((1,), {"b": LiveWeight(0)}), "c": 1}, [2, 0], {"c": 1}),
        ({"a": Guard((0, 1), [Guard((0,), 0), Guard((1,), 1)])}, [0, 7], {"a": [1]}),
        ({"a": Guard((0, 1), [Guard((0,), 0), Guard((1,), 1)])}, [0, 0], {}),
    ],
)
def test_what_a_template_gives(node: Node, weights: list[int], data: Any) -> None:
    assert evaluate(node, weights) == data


@pytest.mark.parametrize(("weights", "data"), [([1, 1], ["a"]), ([1, 0], []), ([0, 1], []), ([0, 0], [])])
def test_a_guard_within_a_guard_needs_both(weights: list[int], data: Any) -> None:
    assert evaluate([Guard((0,), Guard((1,), "a"))], weights) == data
    assert evaluate({"k": Guard((0,), Guard((1,), "a"))}, weights) == dict.fromkeys("k" * len(data), "a")


def test_a_template_is_not_guarded_as_a_whole() -> None:
    with pytest.raises(TypeError, match="a guard stands only around a list item or the value of a key"):
        evaluate(Guard((0,), "a"), [1])
