"""The example of an environment in a package of its own: built, installed, and known everywhere."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "custom-environment"
NAME = "leader-worker-set-istio"
VALUES = "examples/custom-environment/releases/llm.yaml"


def run(*command: str | Path, path: Path | None = None, cwd: Path = ROOT, fails: bool = False) -> str:
    """Runs a program with what is installed in a directory beside the project; returns all that it prints."""
    paths = [str(path_entry) for path_entry in (path, ROOT, ROOT / "constructs", ROOT / "imports") if path_entry]
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        text=True,
        capture_output=True,
        check=False,
    )
    assert (done.returncode != 0) is fails, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with nothing but the example, installed from its wheel."""
    place = tmp_path_factory.mktemp("custom")
    shutil.copytree(EXAMPLE, place / "source", ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__"))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    offline = ("--no-index", "--no-deps", "--no-build-isolation")
    run(*pip, "wheel", *offline, "--wheel-dir", place / "wheels", place / "source", cwd=place)
    [wheel] = (place / "wheels").glob("*.whl")
    run(*pip, "install", *offline, "--target", place / "installed", wheel, cwd=place)
    return place / "installed"


def command(*arguments: str, installed: Path, fails: bool = False) -> str:
    return run(Path(sys.executable).parent / "cdk8s-iter8", *arguments, path=installed, fails=fails)


def test_its_own_tests_pass(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests")
    pytest_ = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", "tests")
    assert " passed" in run(*pytest_, path=installed, cwd=tmp_path)


def test_without_it_the_name_is_an_error_that_lists_the_known_ones(installed: Path, tmp_path: Path) -> None:
    said = command("validate", VALUES, installed=tmp_path, fails=True)
    assert f"environment: '{NAME}' is not an environment (known: deployment, deployment-gtw, " in said
    (tmp_path / "nomad.yaml").write_text("environment: nomad\napplication: {versions: [{image: a}]}\n")
    known = command("validate", str(tmp_path / "nomad.yaml"), installed=installed, fails=True)
    assert f", kserve-modelmesh-istio, {NAME})" in known


def test_it_is_in_the_schema_for_editors(installed: Path) -> None:
    whole, shipped = (json.loads(command("schema", *more, installed=installed)) for more in ((), ("--shipped",)))
    assert NAME in whole["properties"]["environment"]["enum"]
    assert NAME not in shipped["properties"]["environment"]["enum"]


def test_it_is_in_previews_and_checks(installed: Path) -> None:
    [[every, *_]] = json.loads(command("preview", "--output", "json", VALUES, installed=installed)).values()
    assert every["rules"][0]["shares"] == {"llm-0": 90, "llm-1": 10}
    said = command("validate", VALUES, installed=installed)
    assert said == f"{VALUES}: llm in default: {NAME}, blue-green, 2 versions\n"


def test_its_types_are_the_controllers(installed: Path) -> None:
    flags = command("controller-flags", "--output", "values", VALUES, installed=installed)
    assert "lws:" in flags
    assert "ksvc" not in flags


def test_its_release_is_synthesized(installed: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / VALUES, tmp_path)
    program = (sys.executable, ROOT / "main.py", tmp_path)
    done = subprocess.run(
        program,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "CDK8S_OUTDIR": str(tmp_path / "dist")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "dist" / "llm.k8s.yaml").read_text()
    assert written.count("kind: LeaderWorkerSet\n") == 2
    assert "host: llm-1-leaders.default.svc.cluster.local" in written


def test_the_document_shows_what_the_commands_print(installed: Path) -> None:
    page = ROOT / "docs" / "add-an-environment.md"
    program = "import pathlib, tests.support.documents as t; print(t.rewritten(pathlib.Path({!r}).read_text()), end='')"
    assert run(sys.executable, "-c", program.format(str(page)), path=installed) == page.read_text()
