"""A selector of pods by their labels."""

from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.validation.problem import Problem, as_text


def mismatches(selector: Mapping[str, Any], labels: Mapping[str, str]) -> Iterator[Problem]:
    """Yields the parts of a Deployment's selector that labels do not meet; paths start at the selector.

    Args:
        selector: ``matchLabels`` and ``matchExpressions`` of the Kubernetes API (LabelSelector).
        labels: The labels of the pods.

    Example:
        >>> [str(problem) for problem in mismatches({"matchLabels": {"app": "hello"}}, {"app": "hi"})]
        ["matchLabels.app: 'hello' does not select the pods, whose label app is 'hi'"]
    """
    for problem in label_mismatches(selector.get("matchLabels") or {}, labels):
        yield Problem(("matchLabels", *problem.path), problem.message)
    for index, expression in enumerate(selector.get("matchExpressions") or ()):
        key, operator, values = expression["key"], expression["operator"], expression.get("values") or []
        if not _meets(operator, values, labels.get(key)):
            text = f"{as_text(_written(key, operator, values))} does not select the pods, {_label(key, labels)}"
            yield Problem(("matchExpressions", index), text)


def label_mismatches(selector: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[Problem]:
    """Yields the labels of a Service's selector that pods do not have; paths start at the selector."""
    for key, value in selector.items():
        if labels.get(key) != value:
            yield Problem((key,), f"{as_text(value)} does not select the pods, {_label(key, labels)}")


def _meets(operator: str, values: list[str], value: str | None) -> bool:
    match operator:
        case "In":
            return value in values
        case "NotIn":
            return value not in values
        case "Exists":
            return value is not None
        case "DoesNotExist":
            return value is None
    return True  # the API server refuses an operator that does not exist, and says so


def _written(key: str, operator: str, values: list[str]) -> str:
    """Returns an expression as kubectl writes it."""
    match operator:
        case "Exists":
            return key
        case "DoesNotExist":
            return f"!{key}"
    return f"{key} {operator.lower()} ({', '.join(values)})"


def _label(key: str, labels: Mapping[str, str]) -> str:
    return f"whose label {key} is {as_text(labels[key])}" if key in labels else f"which have no label {key}"
