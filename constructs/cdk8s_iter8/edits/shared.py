"""Writes out aliases of parts that are removed, so that the other parts keep their values."""

from collections.abc import Collection, Iterator

import yaml

from cdk8s_iter8.edits import emitted
from cdk8s_iter8.edits.changes import cut, replace
from cdk8s_iter8.edits.document import Document, Splice
from cdk8s_iter8.edits.nodes import Alias, expanded, flows, key_text, pairs, target, within
from cdk8s_iter8.validation.problem import Path
from cdk8s_iter8.validation.yaml_scalar import MERGE


def written_out(document: Document, going: Collection[Path]) -> Document:
    """Writes out all aliases of anchors inside the parts that are removed. Aliases inside these parts stay.

    Args:
        document: The document.
        going: The paths of the parts that are removed.
    """
    while (alias := next(_aliases(document, going), None)) is not None:
        path, merged = alias
        document = _unmerged(document, path) if merged else _written(document, path)
    return document


def _aliases(document: Document, going: Collection[Path]) -> Iterator[tuple[Path, bool]]:
    """Yields the paths of aliases of removed parts, or of mappings that merge such aliases, and whether they merge."""
    anchored = {id(node) for path in going for node in within(document.find(path))}
    for path, node in _places(document.composition.root, (), going):
        if isinstance(node, Alias):
            if id(node.value) in anchored:
                yield path, False
        elif isinstance(node, yaml.MappingNode):
            merged = [source for key, value in node.value if key.tag == MERGE for source in within(value)]
            if any(id(target(source)) in anchored for source in merged):
                yield path, True


def _places(node: yaml.Node | None, path: Path, going: Collection[Path]) -> Iterator[tuple[Path, yaml.Node]]:
    if node is None or path in going:
        return
    yield path, node
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _places(item, (*path, index), going)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.tag != MERGE:
                yield from _places(value, (*path, key_text(key)), going)


def _written(document: Document, path: Path) -> Document:
    node = document.find(path)
    assert node is not None  # noqa: S101 - it was found there
    return replace(document, path, node, expanded(node))


def _unmerged(document: Document, path: Path) -> Document:
    node = document.find(path)
    assert node is not None  # noqa: S101 - it was found there
    own = {key_text(key) for key, _ in node.value if key.tag != MERGE}
    brought = {key: value for key, value in pairs(expanded(node)).items() if key not in own}
    position = next(index for index, (key, _) in enumerate(node.value) if key.tag == MERGE)
    if not brought:
        return cut(document, path, position, document.data)
    merge, value = node.value[position]
    start, end = merge.start_mark.index, document.end(value)
    if flows(node) or document.flows(path):
        text = ", ".join(emitted.entry_in_flow(key, node) for key, node in brought.items())
    else:
        column = document.column(node)
        entries = (emitted.entry(key, node, column, indented=document.indented) for key, node in brought.items())
        text = "\n".join(entries)[column:]
    return document.edited(Splice(start, end, text), document.data)
