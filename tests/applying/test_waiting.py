import pytest

from cdk8s_iter8.applying.waiting import WaitError, waiting


def test_each_thing_is_told_once_and_the_wait_ends_when_nothing_is_left() -> None:
    answers = [["a", "b"], ["a"], ["a", "c"], []]
    assert list(waiting(lambda: answers.pop(0), 60)) == ["  waits: a", "  waits: b", "  waits: c"]


def test_giving_up_says_what_is_left_and_what_follows() -> None:
    with pytest.raises(WaitError) as error:
        list(waiting(lambda: ["a\x1b[2J"], 0, "run it again"))
    assert error.value.lines == ("a\\x1b[2J", "run it again")


def test_nothing_to_wait_for() -> None:
    assert list(waiting(list, 0)) == []
