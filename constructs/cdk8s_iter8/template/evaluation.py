"""Evaluates a routing template for given weights, as the controller does."""

from collections.abc import Mapping, Sequence

from cdk8s_iter8.template.nodes import Data, Guard, LiteralBlock, LiveWeight, Node


def evaluate(node: Node, weights: Sequence[int]) -> Data:
    """Evaluates a template.

    Args:
        node: The template.
        weights: The controller's weights, one for each version (see `cdk8s_iter8.iter8.weights`).

    Returns:
        The object that the controller would apply.

    Raises:
        TypeError: The whole template has a guard.

    Example:
        >>> evaluate({"route": [{"weight": LiveWeight(0)}, Guard((1,), {"weight": LiveWeight(1)})]}, [30, 0])
        {'route': [{'weight': 30}]}
    """
    if isinstance(node, LiveWeight):
        weight = weights[node.version]
        return weight if node.at_most is None else min(weight, node.at_most)
    if isinstance(node, Guard):
        raise TypeError("a guard stands only around a list item or the value of a key")
    if isinstance(node, LiteralBlock):
        return node.lines
    if isinstance(node, Mapping):
        return {key: evaluate(_unguarded(value), weights) for key, value in node.items() if _is_present(value, weights)}
    if isinstance(node, Sequence) and not isinstance(node, str):
        return [evaluate(_unguarded(item), weights) for item in node if _is_present(item, weights)]
    return node


def _unguarded(node: Node) -> Node:
    while isinstance(node, Guard):
        node = node.node
    return node


def _is_present(node: Node, weights: Sequence[int]) -> bool:
    while isinstance(node, Guard):
        if not any(weights[version] > 0 for version in node.versions):
            return False
        node = node.node
    return True
