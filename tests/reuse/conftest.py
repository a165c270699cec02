"""The wheel, built once."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.reuse.fresh import run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of what is in the work tree."""
    place = tmp_path_factory.mktemp("wheel")
    source = place / "source"
    tracked = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT).splitlines()
    for name in tracked:  # a copy, so that the build leaves nothing in the work tree
        if name.startswith(("constructs/", "imports/", "pyproject.toml", "README.md")) and (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, source, cwd=place)
    return next(place.glob("*.whl"))
