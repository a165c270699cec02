"""The verb `controller`: what is wrong with its start is said without a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.engine_objects import CONFIG

PROGRAM = Path(sys.executable).with_name("cdk8s-iter8")
KUBECONFIG = """
apiVersion: v1
kind: Config
clusters: [{name: a, cluster: {server: "http://127.0.0.1:1"}}]
users: [{name: a, user: {token: b}}]
contexts: [{name: a, context: {cluster: a, user: a}}]
current-context: a
"""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {"PATH": os.environ["PATH"], "HOME": "/nowhere", **environment}
    return subprocess.run(
        [str(PROGRAM), *arguments], env=given, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "config.yaml").write_text(CONFIG)
    (tmp_path / "kubeconfig").write_text(KUBECONFIG)
    files = {"CONFIG_FILE": str(tmp_path / "config.yaml"), "KUBECONFIG": str(tmp_path / "kubeconfig")}
    return {**files, "POD_NAMESPACE": "default"}


def test_without_an_environment() -> None:
    result = run("controller")
    assert result.returncode == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == ["CONFIG_FILE", "POD_NAMESPACE"]


def test_a_wrong_configuration_is_named_with_its_line(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "config.yaml").write_text("clusterScoped: true\nresourceTypes:\n  vs: {Version: 1, Resource: a}\n")
    result = run("controller", **environment)
    assert result.returncode == 1
    assert "config.yaml:3: resourceTypes.vs.Version" in result.stderr


@pytest.mark.parametrize("verb", ["controller", "release-finalizers"])
def test_no_cluster_to_log_in_to(verb: str, environment: dict[str, str]) -> None:
    result = run(verb, **{**environment, "KUBECONFIG": "/nowhere/kubeconfig"})
    assert result.returncode == 1
    assert "KUBECONFIG=/nowhere/kubeconfig" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", [("controller", "--dry-run"), ("release-finalizers",)])
def test_a_cluster_that_does_not_answer(arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    result = run(*arguments, **environment)
    assert result.returncode == 1
    assert "cannot be read" in result.stderr
    assert "Traceback" not in result.stderr


def test_it_waits_for_an_api_server_that_is_away_and_ends_at_once(environment: dict[str, str]) -> None:
    command = [str(PROGRAM), "controller", "--listen", "", "--log-format", "json"]
    given = {**os.environ, **environment}
    with subprocess.Popen(command, env=given, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        assert process.poll() is None
        process.terminate()
        try:
            _, said = process.communicate(timeout=20)
        finally:
            process.kill()
    assert '"message"' in first
    assert process.returncode == 0
    assert "Traceback" not in said
