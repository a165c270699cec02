"""The cases of ../shared/golden."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.comparison.document import Case, assembled

DIRECTORY = Path(__file__).parents[3] / "shared" / "golden"
MISSING = "../shared/golden is missing: what the Iter8 chart renders, to compare with"


def golden() -> list[Any]:
    """A case for each file; without them, one that is skipped."""
    files = sorted(DIRECTORY.glob("*.json"))
    if not files:
        return [pytest.param(None, id="none", marks=pytest.mark.skip(reason=MISSING))]
    return [pytest.param(_case(file), id=file.stem) for file in files]


def _case(file: Path) -> Case:
    recorded = json.loads(file.read_text(encoding="utf-8"))
    chart = None if "error" in recorded else assembled(recorded["objects"], recorded["routemaps"])
    return Case(file.stem, recorded["release"], recorded["namespace"], recorded["values"], chart, recorded.get("error"))
