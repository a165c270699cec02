"""An API server, and a connection to it."""

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
def connection(server: APIServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    monkeypatch.setenv("KUBECONFIG", str(server.kubeconfig(tmp_path / "kubeconfig")))
    with connect() as made:
        yield made
