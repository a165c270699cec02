"""Marks the slow directories, so that a bare `pytest` runs the fast tests only."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`tests/e2e` is marked `e2e` and `tests/reuse` is marked `reuse`."""
    for item in items:
        for directory in ("e2e", "reuse"):
            if (TESTS / directory) in item.path.parents:
                item.add_marker(directory)
