import pytest

from cdk8s_iter8.applying.step import Waits
from cdk8s_iter8.applying.waiting import WaitError, waiting


def test_the_wait_ends_when_nothing_is_left() -> None:
    answers = [["a", "b"], ["a"], ["a", "c\x1b"], []]
    assert list(waiting(lambda: answers.pop(0), 60)) == [Waits(("a", "b")), Waits(("a",)), Waits(("a", "c\\x1b"))]


def test_giving_up_says_what_is_left_and_what_follows() -> None:
    with pytest.raises(WaitError) as error:
        list(waiting(lambda: ["a\x1b[2J"], 0, "run it again"))
    assert error.value.lines == ("a\\x1b[2J", "waited 0 s: run it again")


def test_nothing_to_wait_for() -> None:
    assert list(waiting(list, 0)) == []
