"""Changes of single parts, in any document: what comes out is what is wanted, and nothing else has changed."""

from collections.abc import Iterator

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from cdk8s_iter8.edits.changes import append, put, remove
from cdk8s_iter8.edits.document import Document
from cdk8s_iter8.edits.nodes import Composition, expanded, represented, same
from cdk8s_iter8.validation.problem import Path
from cdk8s_iter8.validation.source import parse
from tests.support.generators.yaml_texts import documents

VALUES = st.sampled_from(
    [
        5,
        "x",
        "1",
        "y",
        "a: b",
        "# c",
        "",
        "one\ntwo",
        True,
        0.5,
        {"k": 1},
        {"k": {"l": [1, "x"]}},
        [1, {"m": "n"}],
        {},
        [],
    ]
)


def node(text: str) -> yaml.Node:
    root = Composition(text).root
    assert root is not None
    return expanded(root)


def paths(data: object, path: Path = ()) -> Iterator[Path]:
    """Every path below the top."""
    if path:
        yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*path, key))
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from paths(value, (*path, index))


def at(data: object, path: Path) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


def read(document: Document) -> object:
    """What our reader says, which must be what the document must say."""
    parsed = parse(document.text, "f.yaml")
    assert parsed.problems == ()
    assert same(parsed.data, document.data), document.text
    return parsed.data


@given(documents(), VALUES, st.data())
def test_put_makes_a_part_what_is_wanted_and_keeps_the_rest(text: str, wanted: object, data: st.DataObject) -> None:
    document = Document.of(text)
    path = data.draw(st.sampled_from(list(paths(document.data))))
    changed = put(document, path, represented(wanted))
    assert same(at(read(changed), path), wanted)


@given(documents(), st.data())
def test_a_scalar_that_is_put_back_leaves_the_same_bytes(text: str, data: st.DataObject) -> None:
    document = Document.of(text)
    texts = [path for path in paths(document.data) if type(at(document.data, path)) is str]
    assume(texts)
    path = data.draw(st.sampled_from(texts))
    old = document.find(path)
    assert old is not None
    assume(old.start_mark.line == old.end_mark.line)
    there = put(document, path, represented("other"))
    assert put(there, path, expanded(old)).text == text
    lines = list(zip(text.splitlines(), there.text.splitlines(), strict=True))
    assert [index for index, (one, other) in enumerate(lines) if one != other] == [old.start_mark.line]


@given(documents(), VALUES, st.data())
def test_a_key_that_is_added_and_removed_leaves_the_same_bytes(text: str, value: object, data: st.DataObject) -> None:
    document = Document.of(text)
    holders = [path for path in [(), *paths(document.data)] if isinstance(at(document.data, path), dict)]
    path = data.draw(st.sampled_from([path for path in holders if at(document.data, path)]))
    there = put(document, (*path, "new"), represented(value))
    assert same(at(read(there), (*path, "new")), value)
    assert remove(there, (*path, "new")).text == text


@given(documents(), VALUES, st.data())
def test_an_item_that_is_added_and_removed_leaves_the_same_bytes(text: str, value: object, data: st.DataObject) -> None:
    document = Document.of(text)
    lists = [path for path in paths(document.data) if isinstance(at(document.data, path), list)]
    lists = [path for path in lists if at(document.data, path)]
    assume(lists)
    path = data.draw(st.sampled_from(lists))
    there = append(document, path, represented(value))
    items = at(read(there), path)
    assert isinstance(items, list)
    assert same(items[-1], value)
    assert remove(there, (*path, len(items) - 1)).text == text


@given(documents(), st.data())
def test_remove_takes_a_part_out_and_keeps_every_other(text: str, data: st.DataObject) -> None:
    document = Document.of(text)
    path = data.draw(st.sampled_from([path for path in paths(document.data) if len(path) > 1] or [()]))
    assume(path)
    before = at(document.data, path[:-1])
    after = at(read(remove(document, path)), path[:-1])
    assert isinstance(before, dict | list)
    assert isinstance(after, dict | list)
    assert len(after) == len(before) - 1
