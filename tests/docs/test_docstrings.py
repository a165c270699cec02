"""Every example of a docstring runs, and says what it gives."""

import doctest
import importlib
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "constructs"
# What examples read.
NEEDED = ("releases", "examples", "controller.yaml")


def modules_with_examples() -> list[str]:
    files = [file for file in sorted((SOURCES / "cdk8s_iter8").rglob("*.py")) if ">>> " in file.read_text()]
    return [".".join(file.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__") for file in files]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with what examples read, so that what they write is not in the tree."""
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        elif source.exists():
            shutil.copy(source, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("module", modules_with_examples())
def test_examples(module: str) -> None:
    finder, runner = doctest.DocTestFinder(exclude_empty=True), doctest.DocTestRunner()
    report: list[str] = []
    imported = importlib.import_module(module)
    for test in finder.find(imported):
        runner.run(test, out=report.append)
    assert not runner.failures, "".join(report)
    assert runner.tries == Path(imported.__file__ or "").read_text().count(">>> "), "an example was not found"


def test_there_are_examples() -> None:
    modules = modules_with_examples()
    assert len(modules) > 20
    assert "cdk8s_iter8.charts.release" in modules
