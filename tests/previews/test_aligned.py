"""Columns that fit a terminal."""

import pytest

from cdk8s_iter8.previews.aligned import aligned

CLAUSES = "header traffic = test or header cookie regex (.*;\\s*)?tester=1(;.*)? or uri prefix /nordic/"
ROWS = [("requests", "version", "now", "all ready", "at most"), (CLAUSES, "hello-nordic-1", "100%", "66.67%", "100%")]


def test_without_a_limit_a_row_is_a_line() -> None:
    head, row = aligned(ROWS)
    assert head.split() == ["requests", "version", "now", "all", "ready", "at", "most"]
    assert row == f" {CLAUSES}  hello-nordic-1  100%  66.67%     100%"


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_a_limit_folds_the_widest_column(width: int) -> None:
    lines = list(aligned(ROWS, width))
    assert max(map(len, lines)) <= width
    assert "hello-nordic-1  100%  66.67%     100%" in lines[1]
    first = lines[0].index("version")
    assert "".join(line[1:first] for line in lines[1:]).replace(" ", "") == CLAUSES.replace(" ", "")


def test_a_word_that_is_too_long_is_broken() -> None:
    assert all(len(line) <= 30 for line in aligned([("x" * 100, "y" * 100)], 30))
