"""Verbs that talk to a cluster, where the extra `cluster` is not installed."""

import subprocess
import sys
from pathlib import Path

import pytest

from cdk8s_iter8.cli.cluster_packages import need_cluster_packages
from tests.support.released import blue_green

VERBS = {
    "status": ["hello"],
    "diff": ["hello.yaml"],
    "apply": ["hello.yaml"],
    "delete": ["hello"],
    "weights": ["hello", "hello-0=1", "hello-1=2", "--live"],
    "controller": [],
    "release-finalizers": [],
}
PROGRAM = """
import sys
for name in ("kubernetes", "aiohttp", "prometheus_client"):
    sys.modules[name] = None  # as if it were not installed
from cdk8s_iter8.cli.main import main
main()
"""


def run(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a Python without the packages of the extra."""
    (directory / "hello.yaml").write_text(blue_green(30, 70))
    command = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("verb", VERBS)
def test_one_line_says_what_to_install(tmp_path: Path, verb: str) -> None:
    done = run(tmp_path, verb, *VERBS[verb])
    assert (done.returncode, done.stdout) == (1, "")
    missing = "aiohttp, kubernetes, prometheus_client"
    assert done.stderr == f"not installed: {missing}; run: pip install 'cdk8s-iter8[cluster]'\n"


@pytest.mark.parametrize("arguments", [("validate", "hello.yaml"), ("weights", "hello.yaml", "hello-0=5"), ("--help",)])
def test_other_verbs_need_nothing_more(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run(tmp_path, *arguments).returncode == 0


def test_nothing_is_said_where_it_is_installed() -> None:
    need_cluster_packages()
