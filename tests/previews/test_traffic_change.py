from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.previews.traffic_change import Share, change_lines, changes, enough
from tests.support.edited import blue_green, canary
from tests.support.previewed import previewed


def test_of_weights(tmp_path: Path) -> None:
    before, after = previewed(blue_green(30, 70), tmp_path), previewed(blue_green(90, 10), tmp_path)
    assert [(change.version, change.before, change.after) for change in changes(before, after)] == [
        ("hello-0", Share(30, 100), Share(90, 100)),
        ("hello-1", Share(70, 100), Share(10, 100)),
    ]
    assert change_lines(before, after) == [
        " version  all ready  at most",
        " hello-0  30% → 90%  100%",
        " hello-1  70% → 10%  100%",
        "",
        " answered while one of these is ready: hello-0, hello-1",
    ]


def test_of_versions_that_come_and_go(tmp_path: Path) -> None:
    one, two = previewed(blue_green(90), tmp_path), previewed(blue_green(90, 0), tmp_path)
    assert change_lines(one, two)[1:3] == [" hello-0  100%       100%", " hello-1  new → 0%   new → 0%"]
    assert change_lines(two, one)[2] == " hello-1  0% → gone  0% → gone"


def test_without_weight_no_request_whatever_is_ready(tmp_path: Path) -> None:
    before, after = previewed(blue_green(90, 10), tmp_path), previewed(blue_green(90, 0), tmp_path)
    assert [change.after for change in changes(before, after)][1] == Share(0, 0)
    assert change_lines(before, after)[-1] == " answered while one of these is ready: hello-0, hello-1 → hello-0"


def test_of_matches_and_copies(tmp_path: Path) -> None:
    match = "{headers: {a: {exact: b}}}"
    before = previewed(canary(match), tmp_path)
    after = previewed(canary(match).replace("canary", "mirror").replace(f"    match:\n    - {match}\n", ""), tmp_path)
    assert change_lines(before, after) == [
        " requests      version           all ready    at most",
        " header a = b  hello-1           100% → gone  100% → gone",
        " all others    hello-0           100%         100%",
        " all others    hello-1 (mirror)  new → 50%    new → 50%",
        "",
        " answered while one of these is ready: hello-0",
    ]


def test_of_a_release_that_was_wrong(tmp_path: Path) -> None:
    after = previewed(blue_green(90, 10), tmp_path)
    assert [change.before for change in changes(None, after)] == [None, None]
    assert change_lines(None, after)[1:] == [
        " hello-0  90%        100%",
        " hello-1  10%        100%",
        "",
        " answered while one of these is ready: hello-0, hello-1",
    ]


def test_where_nothing_is_routed(tmp_path: Path) -> None:
    routed = previewed(blue_green(1), tmp_path)
    none = previewed(blue_green(1).replace("blue-green", "none"), tmp_path)
    assert change_lines(none, none) == []
    assert change_lines(routed, none) == [
        " version  all ready    at most",
        " hello-0  100% → gone  100% → gone",
        "",
        " Nothing is routed: with strategy none the versions are only watched, for tests with the Iter8 SDK.",
    ]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=9))
def test_most_is_what_a_version_gets_alone_and_the_primary_also_for_all(weights: list[int]) -> None:
    after = preview_of(weights)
    shares = {change.version: change.after for change in changes(None, after)}
    for index, weight in enumerate(weights):
        share = shares[f"hello-{index}"]
        assert share is not None
        assert share.most == (100 if weight or not index else 0)
    wanted = tuple(f"hello-{index}" for index, weight in enumerate(weights) if weight or not index)
    assert enough(after) == wanted


def preview_of(weights: list[int]) -> ReleasePreview:
    import tempfile

    with tempfile.TemporaryDirectory() as directory:
        return previewed(blue_green(*weights), Path(directory))
