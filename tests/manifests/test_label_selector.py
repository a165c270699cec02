from typing import Any

import pytest

from cdk8s_iter8.manifests.label_selector import label_mismatches, mismatches

LABELS = {"app": "hello", "tier": "web"}


def expression(key: str, operator: str, *values: str) -> dict[str, Any]:
    return {"key": key, "operator": operator, **({"values": list(values)} if values else {})}


@pytest.mark.parametrize(
    "selector",
    [
        {},
        {"matchLabels": {"app": "hello", "tier": "web"}},
        {"matchExpressions": [expression("app", "In", "hi", "hello"), expression("app", "NotIn", "hi")]},
        {"matchExpressions": [expression("tier", "Exists"), expression("x", "DoesNotExist")]},
        {"matchExpressions": [expression("x", "NotIn", "1")]},
        {"matchLabels": None, "matchExpressions": None},
    ],
)
def test_a_selector_that_the_labels_meet(selector: dict[str, Any]) -> None:
    assert list(mismatches(selector, LABELS)) == []


@pytest.mark.parametrize(
    ("selector", "problem"),
    [
        ({"matchLabels": {"app": "hi"}}, "matchLabels.app: 'hi' does not select the pods, whose label app is 'hello'"),
        ({"matchLabels": {"x": "1"}}, "matchLabels.x: '1' does not select the pods, which have no label x"),
        (
            {"matchExpressions": [expression("tier", "Exists"), expression("app", "In", "hi")]},
            "matchExpressions[1]: 'app in (hi)' does not select the pods, whose label app is 'hello'",
        ),
        (
            {"matchExpressions": [expression("app", "DoesNotExist")]},
            "matchExpressions[0]: '!app' does not select the pods, whose label app is 'hello'",
        ),
        (
            {"matchExpressions": [expression("x", "In", "1")]},
            "matchExpressions[0]: 'x in (1)' does not select the pods, which have no label x",
        ),
        (
            {"matchExpressions": [expression("app", "NotIn", "hello")]},
            "matchExpressions[0]: 'app notin (hello)' does not select the pods, whose label app is 'hello'",
        ),
    ],
)
def test_a_part_of_a_selector_that_the_labels_do_not_meet(selector: dict[str, Any], problem: str) -> None:
    assert [str(mismatch) for mismatch in mismatches(selector, LABELS)] == [problem]


def test_a_services_selector_needs_every_label() -> None:
    assert list(label_mismatches({"app": "hello"}, LABELS)) == []
    assert [str(problem) for problem in label_mismatches({"app": "hi", "x": "1", "tier": "web"}, LABELS)] == [
        "app: 'hi' does not select the pods, whose label app is 'hello'",
        "x: '1' does not select the pods, which have no label x",
    ]
