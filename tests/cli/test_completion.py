"""What bash, zsh and fish complete: bash itself, and what the others ask for."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cdk8s_iter8.cli.main import app
from tests.support.api_server import APIServer
from tests.support.live_release import LiveRelease
from tests.support.released import blue_green, planned, values

Complete = Callable[[str], list[str]]


def asked(shell: str) -> Complete:
    """Completes a line as the script of a shell asks for it; help behind the words is left out."""

    def complete(line: str) -> list[str]:
        env = {
            "_CDK8S_ITER8_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": line,
            "COMP_CWORD": str(line.count(" ")),
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        done = CliRunner().invoke(app, env=env, prog_name="cdk8s-iter8")
        assert done.stderr == ""
        if shell == "zsh":
            return [str(word) for word in re.findall(r'"([^"]+)"(?::"[^"]*")?', done.stdout)]
        return [line.partition("\t")[0] for line in done.stdout.splitlines() if line]

    return complete


def in_bash(line: str) -> list[str]:
    """Completes a line in bash, with the script that is installed."""
    command = Path(sys.executable).parent / "cdk8s-iter8"
    script = f"""
        eval "$(_CDK8S_ITER8_COMPLETE=source_bash {command})"
        COMP_WORDS=({line} "$1"); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _cdk8s_iter8_completion {command}
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    words, _, last = line.rpartition(" ")
    script = script.replace(f"({line} ", f"({words} ")
    done = subprocess.run(["bash", "-c", script, "bash", last], check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.split()


EVERY = pytest.mark.parametrize("complete", [in_bash, asked("zsh"), asked("fish")], ids=["bash", "zsh", "fish"])


@pytest.fixture(autouse=True)
def hello(tmp_path: Path, server: APIServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release in the cluster and in a file; the versions of the file have other names."""
    data = values("knative-istio", "blue-green", {"weight": 30}, {"weight": 70})
    (tmp_path / "cluster").mkdir()
    LiveRelease(planned(tmp_path / "cluster", data, "hello")).serve(server)
    (tmp_path / "shop.yaml").write_text(blue_green(30, 70))
    monkeypatch.chdir(tmp_path)


@EVERY
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("cdk8s-iter8 status he", ["hello"]),
        ("cdk8s-iter8 status hello he", []),
        ("cdk8s-iter8 delete ", ["hello"]),
        ("cdk8s-iter8 weights --live he", ["hello"]),
        ("cdk8s-iter8 weights --live hello hello-", ["hello-0=", "hello-1="]),
        ("cdk8s-iter8 weights shop.yaml shop-0=1 shop-", ["shop-1="]),
        ("cdk8s-iter8 promote shop.yaml shop-1", ["shop-1"]),
        ("cdk8s-iter8 rollback shop.yaml shop-", ["shop-0", "shop-1"]),
        ("cdk8s-iter8 roll", ["rollback"]),
    ],
)
def test_names(complete: Complete, line: str, words: list[str]) -> None:
    assert complete(line)[: len(words) or None] == words


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_files_are_left_to_the_shell(shell: str) -> None:
    assert asked(shell)("cdk8s-iter8 weights sh") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("line", ["cdk8s-iter8 status he", "cdk8s-iter8 promote absent.yaml sh"])
def test_without_an_answer_it_is_silent(shell: str, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", "absent")
    monkeypatch.delenv("KUBERNETES_SERVICE_HOST", raising=False)
    assert asked(shell)(line) == []


def test_a_cluster_that_does_not_answer_is_not_waited_for(server: APIServer) -> None:
    def late(_: object) -> tuple[int, object]:
        time.sleep(3)
        return 200, {"items": []}

    server.answers.clear()
    server.otherwise = late
    began = time.monotonic()
    assert asked("bash")("cdk8s-iter8 status he") == []
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str) -> None:
    command = Path(sys.executable).parent / "cdk8s-iter8"
    env = {**os.environ, "_CDK8S_ITER8_COMPLETE": f"source_{shell}"}
    done = subprocess.run([command], check=True, capture_output=True, text=True, env=env)
    assert f"complete_{shell}" in done.stdout
