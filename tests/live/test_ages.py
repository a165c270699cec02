"""Ages as kubectl writes them."""

from datetime import timedelta

import pytest

from cdk8s_iter8.live.ages import age, moment
from tests.support.live_release import NOW


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "0s"),
        (119, "119s"),
        (120, "2m"),
        (599, "9m59s"),
        (600, "10m"),
        (3 * 3600 - 1, "179m"),
        (3 * 3600, "3h"),
        (8 * 3600 - 60, "7h59m"),
        (47 * 3600, "47h"),
        (50 * 3600, "2d2h"),
        (9 * 86400, "9d"),
        (800 * 86400, "2y70d"),
        (9 * 365 * 86400, "9y"),
    ],
)
def test_ages(seconds: int, words: str) -> None:
    assert age(NOW - timedelta(seconds=seconds), NOW) == words


@pytest.mark.parametrize("text", [None, 3, "", "yesterday", "2026-99-99T00:00:00Z"])
def test_what_is_no_time(text: object) -> None:
    assert moment(text) is None
    assert age(moment(text), NOW) == ""


def test_a_time_without_zone_is_utc() -> None:
    assert moment("2026-03-01T12:00:00") == NOW
