"""A small cluster, and a connection to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cdk8s_iter8.cluster.connection import Connection, connect
from tests.support.object_store import ObjectStore, object_store


@pytest.fixture
def store() -> Iterator[ObjectStore]:
    with object_store() as opened:
        yield opened


@pytest.fixture
def connection(store: ObjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    monkeypatch.setenv("KUBECONFIG", str(store.server.kubeconfig(tmp_path / "kubeconfig")))
    with connect() as opened:
        yield opened
