"""Changes of single parts of a document. A change touches only the text of its part."""

import yaml

from cdk8s_iter8.edits import emitted
from cdk8s_iter8.edits.document import Document, EditError, Splice, updated
from cdk8s_iter8.edits.nodes import flows, key_text, mapping, merges, own_position, pairs, plain, same
from cdk8s_iter8.validation.problem import Path, as_text


def put(document: Document, path: Path, wanted: yaml.Node) -> Document:
    """Gives a part of a document a new value. Inner parts that are equal keep their text.

    Args:
        document: The document.
        path: The path of the part; missing keys are added.
        wanted: The new value, without aliases (see `cdk8s_iter8.edits.nodes.expanded`).

    Raises:
        EditError: The part is inside an alias, inside a scalar, or in a list that does not have the item.
    """
    old = document.find(path)
    if old is None:
        return _add(document, path, wanted)
    data = plain(wanted)
    if same(plain(old), data):
        return Document(document.text, updated(document.data, path, data))
    if isinstance(old, yaml.MappingNode) and isinstance(wanted, yaml.MappingNode) and not merges(old):
        had, has = {key_text(key) for key, _ in old.value}, pairs(wanted)
        if had & has.keys():
            for key in sorted(had - has.keys()):
                document = remove(document, (*path, key))
            for key, node in has.items():
                document = put(document, (*path, key), node)
            return document
    if isinstance(old, yaml.SequenceNode) and isinstance(wanted, yaml.SequenceNode) and old.value and wanted.value:
        for index in range(len(old.value) - 1, len(wanted.value) - 1, -1):
            document = remove(document, (*path, index))
        for index, node in enumerate(wanted.value):
            kept = index < len(old.value)
            document = put(document, (*path, index), node) if kept else append(document, path, node)
        return document
    return replace(document, path, old, wanted)


def append(document: Document, path: Path, wanted: yaml.Node) -> Document:
    """Adds an item at the end of a list.

    Args:
        document: The document.
        path: The path of the list, which exists and has an item.
        wanted: The item, without aliases.

    Raises:
        EditError: The list is an alias or inside an alias.
    """
    holder = document.find((*path, 0)) and document.find(path)
    if holder is None:
        raise EditError(path, "is not a list with items")
    data = updated(document.data, path, [*plain(holder), plain(wanted)])  # type: ignore[misc]
    if flows(holder) or document.flows(path):
        end = document.end(holder.value[-1])
        return document.edited(Splice(end, end, f", {emitted.in_flow([wanted])}"), data)
    text = emitted.item(wanted, document.column(holder), indented=document.indented)
    return document.edited(_lines(document, document.after(holder, document.column(holder)), text), data)


def remove(document: Document, path: Path) -> Document:
    """Removes a key or an item, with the comments inside it and behind it. Other comments stay.

    Args:
        document: The document.
        path: The path of the key or the item, which exists.

    Raises:
        EditError: The key or the item is inside an alias.
    """
    holder, step = document.find(path[:-1]), path[-1]
    if document.find(path) is None or holder is None:
        raise EditError(path, "is not there")
    position = step if isinstance(step, int) else own_position(holder, step) or 0
    if len(holder.value) == 1:
        kind = yaml.SequenceNode if isinstance(holder, yaml.SequenceNode) else yaml.MappingNode
        return replace(document, path[:-1], holder, kind(holder.tag, [], flow_style=True))
    return cut(document, path[:-1], position, _without(document.data, path))


def cut(document: Document, path: Path, position: int, data: object) -> Document:
    """Removes the text of an entry from a mapping or a list with several entries.

    Args:
        document: The document.
        path: The path of the mapping or the list.
        position: The position of the entry; ``<<`` counts, too.
        data: The data that the document must have afterwards.
    """
    holder = document.find(path)
    parts = _parts(holder) if holder else []
    last = parts[position][1]
    flow = document.flows((*path, position))
    dashed = isinstance(holder, yaml.SequenceNode) and not flow
    starts = [(document.composition.dash(part) if dashed else part.start_mark).index for part, _ in parts]
    start = starts[position]
    if flow:
        if position + 1 < len(parts):
            return document.edited(Splice(start, starts[position + 1], ""), data)
        return document.edited(Splice(document.end(parts[position - 1][1]), document.end(last), ""), data)
    line, after = document.line_start(start), document.after(last, document.column(holder) if holder else 0)
    if not document.text[line:start].strip(" \ufeff"):
        start = line + document.text[line:start].count("\ufeff")
        if after == len(document.text) and not document.ends_line(after):  # the line before becomes the last one
            start -= len(document.newline) if document.text[:start].endswith(document.newline) else 0
    elif position + 1 < len(parts) and not document.text[after : starts[position + 1]].strip():
        after = starts[position + 1]  # behind a dash: the next key takes its place
    return document.edited(Splice(start, after, ""), data)


def _add(document: Document, path: Path, wanted: yaml.Node) -> Document:
    if not path:
        raise EditError((), "is empty, so there is nothing to edit")
    holder_path, key = path[:-1], path[-1]
    holder = document.find(holder_path)
    if isinstance(key, int):
        count = len(holder.value) if isinstance(holder, yaml.SequenceNode) else 0
        items = f"its list has {count} items, from [0]" if count else "there is no such list"
        raise EditError(path, f"is not there: {items}")
    if holder is None:
        return _add(document, holder_path, mapping([(key, wanted)]))
    if isinstance(holder, yaml.ScalarNode) and plain(holder) is None:
        return replace(document, holder_path, holder, mapping([(key, wanted)]))
    if not isinstance(holder, yaml.MappingNode):
        raise EditError(holder_path, f"{as_text(plain(holder))} has no keys, so no {as_text(key)}")
    data = updated(document.data, path, plain(wanted))
    if flows(holder) or document.flows(holder_path) or not holder.value:
        text = emitted.entry_in_flow(key, wanted)
        if not holder.value:
            start = holder.end_mark.index - 1
            return document.edited(Splice(start, start, text), data)
        end = document.end(holder.value[-1][1])
        return document.edited(Splice(end, end, f", {text}"), data)
    text = emitted.entry(key, wanted, document.column(holder), indented=document.indented)
    return document.edited(_lines(document, document.after(holder, document.column(holder)), text), data)


def replace(document: Document, path: Path, old: yaml.Node, wanted: yaml.Node) -> Document:
    """Replaces the whole text of a part of a document.

    Args:
        document: The document.
        path: The path of the part.
        old: The node of the part.
        wanted: The new value, without aliases.
    """
    data = updated(document.data, path, plain(wanted))
    start, end, anchor = old.start_mark.index, document.end(old), document.anchor(old)
    if document.flows(path):
        gap = " " if start == end else ""
        text = emitted.in_flow([_styled(old, wanted)])
        return document.edited(Splice(start, end, f"{gap}{anchor} {text}" if anchor else gap + text), data)
    holder = document.find(path[:-1])
    if not path or holder is None:
        raise EditError(path, "is the whole document; write a new file instead")
    column = document.column(holder)
    as_value = emitted.value if isinstance(holder, yaml.MappingNode) else emitted.item_value
    text = as_value(_styled(old, wanted), column, indented=document.indented)
    one_line = not text.startswith("\n")
    if isinstance(old, yaml.ScalarNode) and start != end and one_line:
        return document.edited(Splice(start, end, f"{anchor}{text}" if anchor else text[1:]), data)
    before = document.text[:start].rstrip()
    if one_line and "#" in before[document.line_start(len(before)) :]:  # a comment behind the key: it stays
        text = f"\n{' ' * (column + 2)}{anchor}{text if anchor else text[1:]}"
    elif anchor:
        text = f" {anchor}{text}"
    return document.edited(Splice(len(before), end, text), data)


def _styled(old: yaml.Node, wanted: yaml.Node) -> yaml.Node:
    """Returns the new value in the style of the old one: a string keeps its quotes, or its block of lines."""
    if isinstance(old, yaml.ScalarNode) and isinstance(wanted, yaml.ScalarNode) and old.tag == wanted.tag:
        style = old.style if old.style in ("'", '"') else wanted.style
        if "\n" in wanted.value and style != "|":
            style = '"'
        return yaml.ScalarNode(wanted.tag, wanted.value, style=style)
    return wanted


def _parts(holder: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    if isinstance(holder, yaml.MappingNode):
        return list(holder.value)
    return [(item, item) for item in holder.value]


def _lines(document: Document, position: int, text: str) -> Splice:
    if position and not document.ends_line(position):
        return Splice(position, position, f"\n{text}")
    return Splice(position, position, f"{text}\n")


def _without(data: object, path: Path) -> object:
    step, rest = path[0], path[1:]
    if isinstance(data, list):
        kept = [(index, item) for index, item in enumerate(data) if rest or index != step]
        return [_without(item, rest) if index == step else item for index, item in kept]
    if isinstance(data, dict):
        return {key: _without(item, rest) if key == step else item for key, item in data.items() if rest or key != step}
    return data
