"""Verbs that talk to a cluster, where the extra `cluster` is not installed."""

import importlib.util
from importlib.machinery import ModuleSpec

import pytest
from typer.testing import CliRunner

from cdk8s_iter8.cli.cluster_packages import need_cluster_packages
from cdk8s_iter8.cli.main import app

VERBS = ["controller", "release-finalizers"]


@pytest.fixture
def _absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python finds no Kubernetes client."""
    find = importlib.util.find_spec

    def without_kubernetes(name: str) -> ModuleSpec | None:
        return None if name == "kubernetes" else find(name)

    monkeypatch.setattr("cdk8s_iter8.cli.cluster_packages.find_spec", without_kubernetes)


@pytest.mark.usefixtures("_absent")
@pytest.mark.parametrize("verb", VERBS)
def test_one_line_says_what_to_install(verb: str) -> None:
    done = CliRunner().invoke(app, [verb])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "not installed: kubernetes; run: pip install 'cdk8s-iter8[cluster]'\n"


@pytest.mark.usefixtures("_absent")
@pytest.mark.parametrize("verb", VERBS)
def test_help_needs_nothing_more(verb: str) -> None:
    assert CliRunner().invoke(app, [verb, "--help"]).exit_code == 0


def test_nothing_is_said_where_it_is_installed() -> None:
    need_cluster_packages()
