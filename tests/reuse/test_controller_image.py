"""What the image of the routing controller holds: image/requirements.txt and the wheel, and no more."""

import subprocess
from pathlib import Path

import pytest

from tests.support.image import install

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`cdk8s-iter8`, installed as image/Containerfile does it."""
    return install(wheel, tmp_path_factory.mktemp("image") / "venv")


def alone(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a program with nothing on the PATH, so also without Node."""
    command = [str(program), *arguments]
    return subprocess.run(command, env={"PATH": ""}, cwd="/", capture_output=True, text=True, check=False)


def test_the_controller_starts(program: Path) -> None:
    done = alone(program, "controller")
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["CONFIG_FILE", "POD_NAMESPACE"]
    assert "--dry-run" in alone(program, "controller", "--help").stdout


def test_every_module_of_the_engine_can_be_imported(program: Path) -> None:
    names = [path.stem for path in (ROOT / "constructs" / "cdk8s_iter8" / "engine").glob("*.py")]
    modules = [f"cdk8s_iter8.engine.{name}" for name in names if name != "__init__"]
    assert len(modules) > 10
    code = f"import importlib; [importlib.import_module(name) for name in {modules}]"
    done = alone(program.with_name("python"), "-c", code)
    assert (done.returncode, done.stderr) == (0, "")


def test_it_has_no_cdk8s(program: Path) -> None:
    for name in ("cdk8s", "jsii", "constructs"):
        assert f"No module named '{name}'" in alone(program.with_name("python"), "-c", f"import {name}").stderr
