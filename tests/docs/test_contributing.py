"""CONTRIBUTING.md says what is so: the tree, commands and tests; the hooks and the workflow are make targets."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.documents import ROOT, blocks

TEXT = (ROOT / "CONTRIBUTING.md").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
MAKEFILES = (ROOT / "Makefile").read_text() + "".join(file.read_text() for file in ROOT.glob("tests/*/*.mk"))
MAKE = re.findall(r"^([a-z0-9-]+):.*##", MAKEFILES, re.MULTILINE)
COMMANDS = [line.partition("#")[0].strip() for block in blocks(TEXT, "shell") for line in block.splitlines()]


def test_the_tree_is_the_one_that_import_linter_keeps() -> None:
    rows = [re.findall(r"`([a-z_0-9]+)(?:/|\.py)`", row) for row in re.findall(r"^\| (`.*?) \|", TEXT, re.MULTILINE)]
    layers, *_ = PROJECT["tool"]["importlinter"]["contracts"]
    kept = [[name.strip() for name in layer.split("|")] for layer in layers["layers"]]
    assert rows == kept


def test_the_make_targets_exist() -> None:
    named = set(re.findall(r"\bmake ([a-z0-9-]+)", re.sub(r"[^`\n]*$", "", TEXT))) - {"targets"}
    assert named - set(MAKE) == set()
    assert {"setup", "fix", "test", "drift", "lock"} <= named


def test_the_files_exist() -> None:
    package = ROOT / "constructs" / "cdk8s_iter8"
    files = set(re.findall(r"`((?:[a-z_0-9]+/)+(?:[a-z_0-9]+\.py)?)`", TEXT))
    assert len(files) > 10
    assert [name for name in files if not any((place / name).exists() for place in (ROOT, package))] == []


@pytest.mark.parametrize("command", [command for command in COMMANDS if " -m pytest " in command])
def test_the_tests_that_it_runs_are_found(command: str) -> None:
    arguments = shlex.split(command)[1:]
    done = subprocess.run(
        [sys.executable, *arguments, "--collect-only", "-q"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", [command.partition(" | dot ")[0] for command in COMMANDS if " | dot " in command])
def test_the_picture_has_the_folders(command: str) -> None:
    program, *arguments = shlex.split(command)
    done = subprocess.run(
        [Path(sys.executable).with_name(Path(program).name), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("digraph {")
    assert " -> " in done.stdout


def steps(workflow: dict[str, Any]) -> list[str]:
    return [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]


def test_the_workflow_runs_what_make_test_runs_on_the_pythons_that_are_named() -> None:
    [file] = (ROOT / ".github" / "workflows").iterdir()
    workflow = yaml.safe_load(file.read_text())
    [whole] = re.findall(r"^test: (.*?) ##", MAKEFILES, re.MULTILINE)
    assert steps(workflow) == [f"make {target}" for target in ("setup", *whole.split())]
    pythons = workflow["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert f"on Python {pythons[0]} to {pythons[-1]}" in TEXT
    assert PROJECT["project"]["requires-python"] == f">={pythons[0]}"


def test_the_hooks_are_make_targets_and_download_nothing() -> None:
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"]
    assert repository["repo"] == "local"
    hooks = repository["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"}
    assert {hook["entry"].removeprefix("make ") for hook in hooks} <= set(MAKE)
