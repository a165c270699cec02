"""docs/differences.md names tests that there are, all allowed differences, and what environments can do."""

import re

import pytest

from cdk8s_iter8.environments import environment, shipped_environment_names
from cdk8s_iter8.strategies import STRATEGIES
from tests.comparison.allowances import ALLOWANCES, REFUSALS
from tests.support.documents import ROOT

PAGE = (ROOT / "docs" / "differences.md").read_text()
TESTS = re.findall(r"\[(test_\w+)\]\(\.\./(tests/\S+\.py)\) \|$", PAGE, re.MULTILINE)


def test_every_row_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("|") and line.count("|") in (4, 5)]
    assert len(TESTS) == len([row for row in rows if "---" not in row and not row.endswith("| test |")])


@pytest.mark.parametrize(("name", "file"), sorted(set(TESTS)))
def test_every_named_test_is_there(name: str, file: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text()


def test_all_differences_that_the_comparison_allows_are_listed() -> None:
    listed = re.findall(r"^- (\S.*)$", PAGE.split("and no others:")[1].split("##")[0], re.MULTILINE)
    assert listed == [allowance.name for allowance in (*ALLOWANCES, *REFUSALS)]


def test_the_table_says_what_each_environment_can_do() -> None:
    [header, *rows] = re.findall(r"^\| (.*) \|$", PAGE.split("## What each environment can do")[1], re.MULTILINE)
    columns = header.split(" | ")[1:]
    said: dict[str, dict[str, str]] = {}
    for row in rows:
        names, *cells = row.split(" | ")
        for name in re.findall(r"`([^`]+)`", names):
            said[name] = dict(zip(columns, cells, strict=True))
    assert sorted(said) == shipped_environment_names()
    for name, cells in said.items():
        can = environment(name)
        possible = {strategy: strategy in can.strategies() for strategy in STRATEGIES}
        possible["session affinity"] = can.router is not None and "cookie" in can.router.features
        assert {column: cell == "yes" for column, cell in cells.items()} == possible
