"""The wheel, built once."""

from pathlib import Path

import pytest

from tests.support.image import build_wheel


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of what is in the work tree."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))
