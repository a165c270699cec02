import pytest

from cdk8s_iter8.iter8.weights import MOST_VERSIONS, ready_sets, weights


@pytest.mark.parametrize(
    ("declared", "ready", "live"),
    [
        ([30, 70], [True, True], [30, 70]),
        ([30, 70], [False, True], [0, 70]),
        ([30, 70], [False, False], [1, 0]),
        ([0, 70], [True, True], [0, 70]),
        ([0, 70], [True, False], [1, 0]),
        ([0, 0, 0], [True, True, True], [1, 0, 0]),
        ([0, 0, 0], [False, True, True], [1, 0, 0]),
        ([5], [False], [1]),
    ],
)
def test_the_controllers_weights(declared: list[int], ready: list[bool], live: list[int]) -> None:
    assert weights(declared, ready) == live


def test_each_version_is_ready_or_not() -> None:
    with pytest.raises(ValueError, match="shorter"):
        weights([1, 2], [True])


def test_every_set_of_ready_versions_all_ready_first() -> None:
    assert list(ready_sets(2)) == [(True, True), (True, False), (False, True), (False, False)]
    for versions in range(1, MOST_VERSIONS + 1):
        sets = list(ready_sets(versions))
        assert len(set(sets)) == 2**versions
        assert (all(sets[0]), any(sets[-1])) == (True, False)


def test_many_versions_are_shown_all_ready_each_unready_and_none_ready() -> None:
    sets = list(ready_sets(7))
    assert [sum(ready) for ready in sets] == [7, *[6] * 7, 0]
    assert [ready.index(False) for ready in sets[1:8]] == [0, 1, 2, 3, 4, 5, 6]
