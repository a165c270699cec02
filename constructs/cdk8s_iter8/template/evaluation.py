"""What a routing template gives for some weights: the controller's work, done here."""

from collections.abc import Mapping, Sequence

from cdk8s_iter8.template.nodes import Data, Node, Text, Weight, When


def evaluate(node: Node, weights: Sequence[int]) -> Data:
    """Evaluates a template as the controller would.

    Args:
        node: The template.
        weights: The controller's weights, one for each version (see `cdk8s_iter8.traffic.weights`).

    Returns:
        The object the controller would apply.

    Example:
        >>> evaluate({"route": [{"weight": Weight(0)}, When((1,), {"weight": Weight(1)})]}, [30, 0])
        {'route': [{'weight': 30}]}
    """
    if isinstance(node, Weight):
        weight = weights[node.version]
        return weight if node.at_most is None else min(weight, node.at_most)
    if isinstance(node, When):
        return evaluate(node.node, weights)
    if isinstance(node, Text):
        return node.lines
    if isinstance(node, Mapping):
        return {key: evaluate(value, weights) for key, value in node.items() if _present(value, weights)}
    if isinstance(node, Sequence) and not isinstance(node, str):
        return [evaluate(item, weights) for item in node if _present(item, weights)]
    return node


def _present(node: Node, weights: Sequence[int]) -> bool:
    return not isinstance(node, When) or any(weights[version] > 0 for version in node.versions)
