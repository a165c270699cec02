from pathlib import Path

import pytest

from cdk8s_iter8.edits.assignment import Assignment
from cdk8s_iter8.edits.edit import Edited, repaired
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.edited import blue_green, named, written


def done(text: str, assignment: str, directory: Path) -> Edited:
    return repaired(written(text, directory), Assignment.parsed(assignment))


def refused(text: str, assignment: str, directory: Path) -> tuple[str, ...]:
    with pytest.raises(ValuesError) as error:
        done(text, assignment, directory)
    return tuple(line.removeprefix(f"{directory}/") for line in error.value.lines)


@pytest.mark.parametrize("text", ["a=[b", "a={b: 1, b: 2}", "a=&x [*x]", "a=\x00"])
def test_a_value_that_is_no_yaml(text: str) -> None:
    with pytest.raises(ValuesError, match=r"^VALUE:1: "):
        Assignment.parsed(text)


def test_a_value_keeps_the_quotes_that_stood_there(tmp_path: Path) -> None:
    text = blue_green(1).replace("example/hello:0", "'example/hello:0' # pinned")
    change = done(text, "application.versions[0].image=example/hello:1", tmp_path)
    assert change.after == text.replace("hello:0", "hello:1")


def test_a_version_by_its_name(tmp_path: Path) -> None:
    text = named("    weight: 1\n", "    weight: 2\n")
    assert done(text, "application.versions[hello-v2].weight=3", tmp_path).after == text.replace(
        "weight: 2", "weight: 3"
    )


def test_keys_on_the_way_are_added_and_null_takes_them_out(tmp_path: Path) -> None:
    text = "# top\nenvironment: knative-istio\napplication:\n  versions:\n  - image: a/b # last"
    there = done(text, "application.metadata.labels['example.com/team']=greeters", tmp_path)
    assert there.after == f"{text}\n  metadata:\n    labels:\n      example.com/team: greeters"
    assert done(there.after, "application.metadata=null", tmp_path).after == text


def test_a_list_or_a_mapping(tmp_path: Path) -> None:
    text = named("", "", strategy="canary")
    there = done(text, "application.versions[1].match=[{headers: {traffic: {exact: new}}}]", tmp_path)
    assert there.after == f"{text}    match: [{{headers: {{traffic: {{exact: new}}}}}}]\n"


def test_a_file_that_is_wrong_is_set_right(tmp_path: Path) -> None:
    change = done(blue_green(1, -2), "application.versions[1].weight=2", tmp_path)
    assert (change.after, change.release_before) == (blue_green(1, 2), None)
    assert refused(blue_green(1, -2), "application.versions[hello-1].weight=2", tmp_path) == (
        "hello.yaml:4: application.versions: which one is 'hello-1' is not clear while the file is wrong; use [0]",
    )


@pytest.mark.parametrize(
    ("assignment", "why"),
    [
        ("application.verions[0].image=a", "hello.yaml:2: application.verions[0]: is not there: there is no such list"),
        ("application.strateg=a", "hello.yaml:2: application.strateg: is not a known key; did you mean 'strategy'?"),
        (
            "application.versions[7].image=a",
            "hello.yaml:4: application.versions[7]: is not there: its list has 2 items, from [0]",
        ),
        ("application.strategy.x=a", "hello.yaml:3: application.strategy: 'blue-green' has no keys, so no 'x'"),
        ("application.strategy[x]=a", "hello.yaml:3: application.strategy: [x] is for versions; write ['x'] for a key"),
        ("application.port=null", "hello.yaml:2: application.port: is not there, so it cannot be taken out"),
        (
            "application.versions[1]=null",
            "hello.yaml:7: application.versions[1]: is an item of a list; null takes out keys only",
        ),
        (
            "application.versions[1].weight=a",
            "hello.yaml:8: application.versions[1].weight: 'a' is not a relative weight (an integer from 0 to 1000000)",
        ),
        (
            "application.strategy=blue",
            (
                "hello.yaml:3: application.strategy: 'blue' is not a strategy of knative-istio "
                "(known: none, blue-green, canary, mirror)"
            ),
        ),
    ],
)
def test_paths_and_values_that_are_not_possible(tmp_path: Path, assignment: str, why: str) -> None:
    assert refused(blue_green(1, 2), assignment, tmp_path) == (why,)
