from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdk8s_iter8.edits.assignment import Assignment
from cdk8s_iter8.edits.edit import edited, repaired
from cdk8s_iter8.edits.weights import Weights
from tests.support.edited import blue_green, canary, done, refused, written
from tests.support.generators.values_files import ValuesFile, values_files


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("weights")


@settings(max_examples=40)
@given(values=values_files(), data=st.data())
def test_only_their_lines_change_and_the_old_weights_bring_the_same_bytes(
    values: ValuesFile, data: st.DataObject, place: Path
) -> None:
    some = data.draw(st.lists(st.sampled_from(values.names), min_size=1, unique=True))
    file = written(values.text, place)
    after = edited(file, Weights({name: data.draw(st.integers(0, 100)) for name in some})).after
    before = dict(zip(values.names, values.weights, strict=True))
    if all(before[name] is not None for name in some) and "versions: [" not in values.text:
        lines = zip(values.text.splitlines(), after.splitlines(), strict=True)
        assert all("weight: " in one for one, other in lines if one != other)
    for name in some:
        old = "null" if before[name] is None else before[name]
        after = repaired(written(after, place), Assignment.parsed(f"application.versions[{name}].weight={old}")).after
    assert after == values.text


def test_of_two_versions(tmp_path: Path) -> None:
    change = done(blue_green(30, 70), Weights({"hello-1": 10, "hello-0": 90}), tmp_path)
    assert change.after == blue_green(90, 10)
    assert [version.weight for version in change.release.application.versions] == [90, 10]


def test_a_default_is_written_down(tmp_path: Path) -> None:
    text = blue_green(1, 2).replace("    weight: 1\n", "")
    assert done(text, Weights({"hello-0": 1}), tmp_path).after == blue_green(1, 2)


def test_a_shared_weight_of_its_own_for_all_who_share_it(tmp_path: Path) -> None:
    text = blue_green(50, 50).replace("weight: 50", "weight: &w 50", 1).replace("weight: 50", "weight: *w")
    assert done(text, Weights({"hello-0": 90, "hello-1": 10}), tmp_path).after == blue_green(90, 10).replace(
        "weight: 90", "weight: &w 90"
    )
    assert done(text, Weights({"hello-1": 10}), tmp_path).after == text.replace("*w", "10")


def test_a_weight_that_another_version_shares(tmp_path: Path) -> None:
    text = blue_green(50, 50).replace("weight: 50", "weight: &w 50", 1).replace("weight: 50", "weight: *w")
    assert refused(text, Weights({"hello-0": 90}), tmp_path) == (
        "hello.yaml:8: application.versions[1].weight: would change too: it is an alias of what is edited, or merges "
        "it; write it out first"
    )


def test_a_merged_weight_gets_a_key_of_its_own(tmp_path: Path) -> None:
    text = blue_green(50).replace("  - image", "  - &v\n    image") + "  - <<: *v\n    image: example/hello:1\n"
    assert done(text, Weights({"hello-1": 10}), tmp_path).after == f"{text}    weight: 10\n"


def test_a_version_that_is_an_alias(tmp_path: Path) -> None:
    text = blue_green(50).replace("  - image", "  - &v\n    image") + "  - *v\n"
    assert refused(text, Weights({"hello-1": 10}), tmp_path) == (
        "hello.yaml:5: application.versions[1]: is in line 8 an alias (*v) of line 5; edit that, or write it out here "
        "first"
    )


def test_an_unknown_version_names_the_known_ones(tmp_path: Path) -> None:
    assert refused(blue_green(1, 1), Weights({"helo-1": 1}), tmp_path) == (
        "hello.yaml:4: application.versions: 'helo-1' is not a version of hello; did you mean 'hello-1'? "
        "(its versions: hello-0, hello-1)"
    )


def test_a_weight_that_our_reader_refuses(tmp_path: Path) -> None:
    assert refused(blue_green(1, 1), Weights({"hello-1": -1}), tmp_path) == (
        "hello.yaml:8: application.versions[1].weight: -1 is not a relative weight (an integer from 0 to 1000000)"
    )


def test_weights_without_effect(tmp_path: Path) -> None:
    text = canary("{headers: {a: {exact: b}}}")
    assert refused(text, Weights({"hello-1": 1}), tmp_path) == (
        "hello.yaml:3: application.strategy: with strategy canary weights have no effect"
    )
    mirrored = blue_green(1, 1).replace("blue-green", "mirror")
    assert refused(mirrored, Weights({"hello-0": 1}), tmp_path) == (
        "hello.yaml:5: application.versions[0]: 'hello-0' answers every request with strategy mirror; its weight has "
        "no effect"
    )
    assert done(mirrored, Weights({"hello-1": 5}), tmp_path).after == mirrored.replace(
        "1\n    weight: 1", "1\n    weight: 5"
    )
