"""Composes YAML text into nodes: with libyaml, which is fast, or with PyYAML's own reader, whose errors are good."""

import re
from collections.abc import Iterator

import yaml

from cdk8s_iter8.validation.yaml_scalar import FastLoader, Loader

# Text that libyaml reads otherwise than PyYAML's own reader. Long lines and many brackets are excluded, because the
# composer of libyaml calls itself for every level: with some thousands of levels the process crashes.
_READ_OTHERWISE = re.compile(r"[\t!\ufeff]|[?]\s|[|>][-+0-9]*#|[^\n]{1000}")
_MOST_BRACKETS = 1000


def compose(text: str) -> yaml.Node | None:
    """Composes the node of the only document in a text.

    Args:
        text: The text.

    Returns:
        The node; None: the text is empty.

    Raises:
        yaml.YAMLError: The text is not YAML, or has several documents.
    """
    return _composed_by_libyaml(text) or _composed(text)


def _composed_by_libyaml(text: str) -> yaml.Node | None:
    """Returns the node of a document that libyaml reads as PyYAML does; None: `_composed` has to read the text."""
    if _READ_OTHERWISE.search(text) or text.count("[") + text.count("{") > _MOST_BRACKETS:
        return None
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=FastLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None
    return node


def _composed(text: str) -> yaml.Node | None:
    loader = Loader(text)
    try:
        documents = list(_documents(loader))
    except RecursionError as error:
        raise yaml.MarkedYAMLError(problem="it is nested too deeply", problem_mark=loader.get_mark()) from error
    except (ValueError, OverflowError) as error:  # an escape such as \UFFFFFFFF
        raise yaml.MarkedYAMLError(problem="the escape is no character", problem_mark=loader.get_mark()) from error
    finally:
        loader.dispose()
    if len(documents) > 1:
        problem = "it holds several documents; a values file is one"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=documents[1][0])
    return documents[0][1] if documents else None


def _documents(loader: Loader) -> Iterator[tuple[yaml.Mark, yaml.Node]]:
    """Yields the documents that are not empty, with their start. `---` may stand before or after the only document."""
    while loader.check_node():
        mark, node = loader.peek_event().start_mark, loader.get_node()  # type: ignore[no-untyped-call]
        if node and not (isinstance(node, yaml.ScalarNode) and node.value == "" and node.style is None):
            yield mark, node
