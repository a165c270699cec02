"""An app to add charts to."""

from pathlib import Path

import cdk8s
import pytest


@pytest.fixture
def app(tmp_path: Path) -> cdk8s.App:
    return cdk8s.App(outdir=str(tmp_path / "dist"))
