from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.validation.problem import Path, Problem, ValuesError
from cdk8s_iter8.validation.source import Source, parse
from cdk8s_iter8.values.layers import LayeredSource, Layers, laid_over
from cdk8s_iter8.values.marked import Mark, Marked, all_marked
from cdk8s_iter8.values.merged_versions import VERSIONS
from tests.support.released import text

BASE = """environment: knative-istio
gateway: [a, b]
application:
  strategy: blue-green
  metadata: {labels: {team: a, tier: web}}
  versions:
  - metadata: {name: hello-v1}
    image: example/hello:1
  - metadata: {name: hello-v2}
    image: example/hello:2
    weight: 10
"""
PROD = """gateway: [c]
application:
  metadata: {labels: {tier: prod}}
  versions:
  - metadata: {name: hello-v2, labels: {x: y}}
    weight: 90
  - metadata: {name: hello-v3}
    image: example/hello:3
"""


def layered(*texts: str, assignments: tuple[str, ...] = ()) -> LayeredSource:
    first, *others = (parse(layer, f"{index}.yaml") for index, layer in enumerate(texts))
    source = Layers(tuple(others), assignments).over(first, "hello")
    assert isinstance(source, LayeredSource)
    return source


def refused(*texts: str, assignments: tuple[str, ...] = ()) -> tuple[str, ...]:
    with pytest.raises(ValuesError) as error:
        layered(*texts, assignments=assignments)
    return error.value.lines


def places(source: Source, *paths: Path) -> tuple[str, ...]:
    return tuple(line.removesuffix(": x") for line in source.error([Problem(path, "x") for path in paths]).lines)


def test_mappings_merge_lists_replace_and_versions_merge_by_name() -> None:
    source = layered(BASE, PROD)
    assert source.data == {
        "environment": "knative-istio",
        "gateway": ["c"],
        "application": {
            "strategy": "blue-green",
            "metadata": {"labels": {"team": "a", "tier": "prod"}},
            "versions": [
                {"metadata": {"name": "hello-v1"}, "image": "example/hello:1"},
                {"metadata": {"name": "hello-v2", "labels": {"x": "y"}}, "image": "example/hello:2", "weight": 90},
                {"metadata": {"name": "hello-v3"}, "image": "example/hello:3"},
            ],
        },
    }


def test_a_problem_stands_in_the_file_and_the_line_that_the_value_is_from() -> None:
    source = layered(BASE, PROD)
    version = ("application", "versions", 1)
    assert places(source, (*version, "weight"), (*version, "image"), (*version, "metadata", "labels", "x")) == (
        "0.yaml:10: application.versions[1].image",
        "1.yaml:5: application.versions[1].metadata.labels.x",
        "1.yaml:6: application.versions[1].weight",
    )
    assert places(source, ("gateway", 0), ("application", "versions", 2, "image"), ("application", "strategy")) == (
        "0.yaml:4: application.strategy",
        "1.yaml:1: gateway[0]",
        "1.yaml:8: application.versions[2].image",
    )


def test_what_is_missing_is_told_where_the_mapping_begins() -> None:
    assert places(layered(BASE, PROD), ("application", "port"), ("other",)) == (
        "0.yaml:1: other",
        "0.yaml:3: application.port",
    )


@pytest.mark.parametrize(
    "upper",
    [
        "application: {versions: [{image: a}]}",
        "application: {versions: [{metadata: {name: hello-v1}}, {image: a}]}",
        "application: {versions: [{metadata: {name: a}}, {metadata: {name: a}}]}",
        "application: {versions: [{metadata: {name: 1}}]}",
        "application: {versions: [a]}",
        "application: {versions: null}",
    ],
)
def test_versions_without_names_of_their_own_replace_the_list(upper: str) -> None:
    assert layered(BASE, upper).data["application"]["versions"] == parse(upper, "").data["application"]["versions"]  # type: ignore[index]


def test_everything_that_is_wrong_with_layers_is_told() -> None:
    assert refused("a: 1\na: 2\n", "[x]", "b: 1") == (
        "0.yaml:2: a: the key stands twice, in lines 1 and 2; keep one",
        "1.yaml:1: a list of 1 is not a mapping of values",
    )


def test_without_layers_nothing_changes() -> None:
    source = parse("a: 1\na: 2\n", "f.yaml")
    assert Layers().over(source, "hello") is source


SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=3))


@st.composite
def documents(draw: st.DrawFn, depth: int = 3) -> dict[str, Any]:
    """Documents in which a key is always of one type, as values are."""
    document: dict[str, Any] = {}
    for key in draw(st.lists(st.sampled_from("abcdef"), unique=True)):
        if key in "ab" and depth:
            document[key] = draw(documents(depth - 1))
        elif key == "c":
            document[key] = draw(st.lists(SCALARS, max_size=3))
        elif key not in "ab":
            document[key] = draw(SCALARS)
    return document


@st.composite
def releases(draw: st.DrawFn) -> dict[str, Any]:
    document = draw(documents())
    if draw(st.booleans()):
        names = draw(st.lists(st.sampled_from(["v1", "v2", "v3", None]), max_size=3, unique=True))
        versions = [draw(documents(1)) | ({"metadata": {"name": name}} if name else {}) for name in names]
        document["application"] = draw(documents(1)) | {"versions": versions}
    return document


def tree(data: dict[str, Any], layer: int) -> Marked:
    return all_marked(data, Mark(layer, f"{layer}.yaml", 1))


@given(releases(), releases(), releases())
def test_it_does_not_matter_which_two_layers_are_merged_first(a: Any, b: Any, c: Any) -> None:
    one, two, three = (tree(data, layer) for layer, data in enumerate((a, b, c)))
    assert laid_over(laid_over(one, two), three) == laid_over(one, laid_over(two, three))


@given(releases())
def test_an_empty_layer_below_or_above_changes_nothing(data: Any) -> None:
    assert laid_over(tree(data, 0), tree({}, 1)).plain() == data
    assert laid_over(tree({}, 0), tree(data, 1)).plain() == data
    assert layered(text(data), "").data == data


@given(releases())
def test_a_layer_over_itself_is_itself(data: Any) -> None:
    assert laid_over(tree(data, 0), tree(data, 1)).plain() == data


@given(releases(), releases())
def test_every_value_is_from_the_layer_that_its_mark_names(a: Any, b: Any) -> None:
    given_data = (a, b)
    merged = laid_over(tree(a, 0), tree(b, 1))
    for path, mark in merged.marks():
        assert _holds(given_data[mark.layer], _value(merged.plain(), path), path)


def _value(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _holds(data: Any, value: Any, path: Path) -> bool:
    """Tells whether a document has a value at a path; a version stands where it stands in its own document."""
    if isinstance(value, dict | list):
        return True  # of its parts
    if path[:2] == VERSIONS and len(path) > 2:
        return any(_found(version, path[3:], value) for version in data["application"]["versions"])
    return _found(data, path, value)


def _found(data: Any, path: Path, value: Any) -> bool:
    try:
        return bool(_value(data, path) == value)
    except (LookupError, TypeError):
        return False
