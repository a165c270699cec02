"""The documents that show commands on a cluster are what the commands print, with requests all the while."""

from pathlib import Path

import pytest

from tests.e2e.stack.cluster import Stack
from tests.e2e.transcript import PAGES, comparable, failures, played

pytestmark = pytest.mark.local_envoy


@pytest.mark.own_controller("applies a route within a second, which the page shows")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_what_happens(page: Path, stack: Stack, tmp_path: Path) -> None:
    now = played(page, stack, tmp_path)
    assert set(failures(now)) == {0}
    assert len(failures(now)) > 10
    assert comparable(now) == comparable(page.read_text()), "run `python -m tests.e2e.transcript` and commit"
