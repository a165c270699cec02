from pathlib import Path

import pytest

from cdk8s_iter8.edits.rollback import Rollback
from tests.support.edited import blue_green, canary, done, named, refused


def test_first_the_weight_then_the_candidate_goes(tmp_path: Path) -> None:
    first = done(blue_green(90, 10), Rollback(), tmp_path)
    assert first.after == blue_green(90, 0)
    assert first.said == (
        "step 1 of 2, hello-1: no more requests.\nWhen this is applied, run rollback again to take it out."
    )
    second = done(first.after, Rollback(), tmp_path)
    assert second.after == blue_green(90)
    assert second.said == "hello-1: taken out"


def test_all_candidates_or_one(tmp_path: Path) -> None:
    assert done(blue_green(1, 2, 3), Rollback(), tmp_path).after == blue_green(1, 0, 0)
    assert done(blue_green(1, 2, 3), Rollback("hello-1"), tmp_path).after == blue_green(1, 0, 3)


def test_where_no_weight_is_left_the_primary_takes_it(tmp_path: Path) -> None:
    assert done(blue_green(0, 70), Rollback(), tmp_path).after == blue_green(70, 0)


def test_a_version_behind_keeps_its_name(tmp_path: Path) -> None:
    change = done(blue_green(1, 0, 3), Rollback("hello-1"), tmp_path)
    assert change.release.version_names() == ("hello-0", "hello-2")
    assert change.after == blue_green(1, 0, 3).replace("  - image: example/hello:1\n    weight: 0\n", "") + (
        "    metadata:\n      name: hello-2\n"
    )


def test_mirror_stops_the_copies_first(tmp_path: Path) -> None:
    text = blue_green(50, 100).replace("blue-green", "mirror")
    assert done(text, Rollback(), tmp_path).after == text.replace("weight: 100", "weight: 0")


@pytest.mark.parametrize("strategy", ["canary", "none"])
def test_without_weights_the_candidate_goes_at_once(tmp_path: Path, strategy: str) -> None:
    assert done(named("", "", strategy=strategy), Rollback(), tmp_path).after == named("", strategy=strategy)


def test_a_canary_with_a_match_goes_whole(tmp_path: Path) -> None:
    text = canary("{headers: {a: {exact: b}}}")
    assert done(text, Rollback(), tmp_path).after == text[: text.index("  - image: example/hello:1")]


def test_after_the_first_step_of_a_promotion_the_file_no_longer_knows(tmp_path: Path) -> None:
    text = blue_green(50, 50).replace("hello:0", "hello:1")
    assert refused(text, Rollback(), tmp_path) == (
        "hello.yaml:7: application.versions[1]: the primary runs what 'hello-1' runs, so there is nothing to go back "
        "to; what it ran before is in your version control"
    )


def test_a_version_with_a_name_goes_back_whatever_it_runs(tmp_path: Path) -> None:
    text = named("    weight: 90\n", "    weight: 10\n").replace("hello:1", "hello:2")
    assert done(text, Rollback(), tmp_path).after == text.replace("weight: 10", "weight: 0")


def test_the_primary_and_an_only_version(tmp_path: Path) -> None:
    assert refused(blue_green(1, 1), Rollback("hello-0"), tmp_path) == (
        "hello.yaml:5: application.versions[0]: 'hello-0' is the primary; a rollback is for candidates"
    )
    assert refused(blue_green(1), Rollback(), tmp_path) == (
        "hello.yaml:4: application.versions: 'hello-0' is the only version, so there is nothing to roll back"
    )
