"""An API server, and a kubeconfig that leads to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.api_server import APIServer, api_server


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[APIServer]:
    with api_server() as fake:
        monkeypatch.setenv("KUBECONFIG", str(fake.kubeconfig(tmp_path / "kubeconfig")))
        yield fake
