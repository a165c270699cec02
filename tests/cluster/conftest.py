"""An API server, and a kubeconfig that leads to it and to no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cdk8s_iter8.cluster.connection import Connection, connect
from tests.support.api_server import APIServer, api_server


@pytest.fixture
def server() -> Iterator[APIServer]:
    with api_server() as fake:
        yield fake


@pytest.fixture
def kubeconfig(server: APIServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = server.kubeconfig(tmp_path / "config")
    monkeypatch.setenv("KUBECONFIG", str(file))
    monkeypatch.delenv("KUBERNETES_SERVICE_HOST", raising=False)
    return file


@pytest.fixture
def connection(kubeconfig: Path) -> Iterator[Connection]:
    with connect() as made:
        yield made
