"""Marks the slow directories, so that a bare `pytest` runs the fast tests only; sets up Node and hypothesis."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, configuration, settings
from hypothesis.database import DirectoryBasedExampleDatabase

TESTS = Path(__file__).parent

# The project's own Node and commands, as `make` has them, so that one test runs alone as it does in all.
_COMMANDS = (Path(sys.executable).parent, TESTS.parent / "node_modules" / ".bin")
os.environ["PATH"] = os.pathsep.join((*map(str, _COMMANDS), os.environ.get("PATH", os.defpath)))

# Off the tree; the same examples on every run in CI, and no time limits that a slow machine could miss.
_STORAGE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cdk8s-iter8" / "hypothesis"
configuration.set_hypothesis_home_dir(_STORAGE)
_UNHURRIED = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.register_profile("ci", _UNHURRIED, derandomize=True, database=None, print_blob=True)
settings.register_profile("here", _UNHURRIED, database=DirectoryBasedExampleDatabase(_STORAGE / "examples"))
settings.register_profile("deep", _UNHURRIED, database=None, max_examples=3000)  # pytest --hypothesis-profile=deep
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in a slow directory is marked with the directory's name."""
    for item in items:
        for directory in ("e2e", "e2e_knative", "reuse"):
            if (TESTS / directory) in item.path.parents:
                item.add_marker(directory)
