"""A layer takes versions away."""

from typing import Any

import pytest

from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import parse
from cdk8s_iter8.values.layers import Layers

BASE = """application:
  versions:
  - metadata: {name: hello-v1}
    image: example/hello:1
  - metadata: {name: hello-v2}
    image: example/hello:2
    weight: 10
"""
GONE = """application:
  versions:
  - metadata: {name: hello-v2}
    $patch: delete
"""


def layered(*layers: tuple[str, str]) -> list[Any]:
    """The versions of `BASE` with layers over it, by name and text."""
    documents = tuple(parse(text, name) for name, text in layers)
    data = Layers(documents).over(parse(BASE, "base.yaml"), "hello").data
    assert isinstance(data, dict)
    found: list[Any] = data["application"]["versions"]
    return found


def names(*texts: str) -> list[str]:
    return [version["metadata"]["name"] for version in layered(*(("prod.yaml", text) for text in texts))]


def test_a_version_is_taken_away() -> None:
    assert names(GONE) == ["hello-v1"]


def test_others_are_merged_and_added_beside_it() -> None:
    more = "  - {metadata: {name: hello-v1}, weight: 5}\n  - {metadata: {name: hello-v3}, weight: 1}\n"
    assert names(GONE + more) == ["hello-v1", "hello-v3"]


def test_a_later_layer_may_bring_it_back_as_it_says_it() -> None:
    back = "application: {versions: [{metadata: {name: hello-v2}, image: example/hello:3}]}"
    assert layered(("a.yaml", GONE), ("b.yaml", back))[1] == {
        "metadata": {"name": "hello-v2"},
        "image": "example/hello:3",
    }


PATH = "application.versions[0]"
PATCH = f"{PATH}['$patch']"
NOTHING = "has no effect beside $patch: delete, which takes the version away"
UNKNOWN = "is no version of the layers below; did you mean 'hello-v2'? (they have: hello-v1, hello-v2)"


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        (GONE.replace("hello-v2", "hello-v3"), f"prod.yaml:3: {PATH}.metadata.name: 'hello-v3' {UNKNOWN}"),
        (
            GONE.replace("delete", "replace"),
            f"prod.yaml:4: {PATH}['$patch']: 'replace' is not delete, all that it can be",
        ),
        (
            "application: {versions: [{$patch: delete}]}",
            f"prod.yaml:1: {PATCH}: takes a version away by its name: metadata.name is missing",
        ),
        (f"{GONE}    weight: 10\n", f"prod.yaml:5: {PATH}.weight: {NOTHING}"),
        (GONE.replace("v2}", "v2, labels: {a: b}}"), f"prod.yaml:3: {PATH}.metadata.labels: {NOTHING}"),
    ],
)
def test_what_is_wrong_has_file_and_line(layer: str, line: str) -> None:
    with pytest.raises(ValuesError) as error:
        layered(("prod.yaml", layer))
    assert error.value.lines == (line,)


def test_all_layers_are_judged_at_once() -> None:
    wrong = GONE.replace("hello-v2", "other")
    with pytest.raises(ValuesError) as error:
        layered(("a.yaml", wrong), ("b.yaml", GONE), ("c.yaml", wrong))
    assert [line.partition(":")[0] for line in error.value.lines] == ["a.yaml", "c.yaml"]
