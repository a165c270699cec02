"""docs/command-line.md says what is so: pipes, schemas, completion, and `cdk8s synth` as the README has it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.documents import ROOT, blocks

TEXT = (ROOT / "docs" / "command-line.md").read_text()
BIN = Path(sys.executable).parent
COMMANDS = [line for block in blocks(TEXT, "shell") for line in block.splitlines()]


def shell(command: str, directory: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as a user's shell does, in a copy of what it reads."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=directory,
        env=os.environ | {"PATH": f"{directory}:{BIN}:{os.environ['PATH']}", "HOME": str(directory), **more},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A repository with a release, and a helm that knows it."""
    values = (ROOT / "releases" / "hello.yaml").read_text()
    for name in ("releases", "schema"):
        (tmp_path / name).mkdir()
    (tmp_path / "releases" / "hello.yaml").write_text(values)
    helm = tmp_path / "helm"
    helm.write_text(f"#!/bin/sh\ncat {tmp_path / 'releases' / 'hello.yaml'}\n")
    helm.chmod(0o755)
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.com")
    for command in (("init", "--quiet"), ("add", "releases"), ("commit", "--quiet", "-m", "a")):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize("command", [command for command in COMMANDS if "completion" not in command])
def test_every_command_runs(command: str, directory: Path) -> None:
    done = shell(command, directory)
    assert (done.returncode, done.stderr) == (0, "")
    if ">" in command:
        file = command.rpartition("> ")[2]
        assert (directory / file).read_text() == (ROOT / file).read_text()


def test_completion_knows_commands_options_and_environments(directory: Path) -> None:
    assert "cdk8s-iter8 --install-completion" in COMMANDS

    def completed(words: str) -> set[str]:
        given = {"_CDK8S_ITER8_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        return set(shell("cdk8s-iter8", directory, **given).stdout.split())

    assert {"preview", "validate", "schema"} <= completed("cdk8s-iter8 ")
    assert completed("cdk8s-iter8 preview --rea") == {"--ready"}
    assert completed("cdk8s-iter8 validate -o j") == {"json"}
    assert completed("cdk8s-iter8 schema --environment kn") == {"knative-istio"}
    assert "complete" in shell("cdk8s-iter8 --show-completion bash", directory).stdout


def test_cdk8s_synth_by_itself_empties_its_output_directory(directory: Path) -> None:
    assert "`cdk8s synth` by itself empties its output directory" in (ROOT / "README.md").read_text()
    (directory / "dist").mkdir()
    (directory / "dist" / "before.k8s.yaml").touch()
    (directory / "releases" / "hello.yaml").write_text("environment: 1\n")
    app = f"{sys.executable} {ROOT / 'main.py'}"
    assert shell(f"cdk8s synth --app '{app}'", directory, CDK8S_CHECK_UPGRADE="false").returncode != 0
    assert not (directory / "dist" / "before.k8s.yaml").exists()


def test_an_app_merges_layers_as_the_command_does(tmp_path: Path) -> None:
    """The layers are the examples' files; the program makes of them what `template` writes."""
    for layer in [block for block in blocks(TEXT, "yaml") if block.startswith("# examples/layers/")]:
        name, _, text = layer.partition("\n")
        assert (ROOT / name.removeprefix("# ")).read_text() == text
    [program] = [block for block in blocks(TEXT, "python") if "layers/prod.yaml" in block]
    given = {**os.environ, "CDK8S_OUTDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=given, check=True)
    command = "cdk8s-iter8 template examples/shop.yaml -f examples/layers/prod.yaml"
    assert (tmp_path / "shop.k8s.yaml").read_text() == shell(command, ROOT).stdout
