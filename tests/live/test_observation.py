"""What is read of releases, and what a deletion has left."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cdk8s_iter8.cluster.connection import Connection, connect
from cdk8s_iter8.cluster.releases import ReleaseNotThereError
from cdk8s_iter8.live.observation import observe_releases
from tests.support.api_server import APIServer, api_server, status
from tests.support.live_release import LiveRelease
from tests.support.released import planned, values


@pytest.fixture
def server() -> Iterator[APIServer]:
    with api_server() as fake:
        yield fake


@pytest.fixture
def connection(server: APIServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    monkeypatch.setenv("KUBECONFIG", str(server.kubeconfig(tmp_path / "kubeconfig")))
    with connect() as made:
        yield made


@pytest.fixture
def live(server: APIServer, tmp_path: Path) -> LiveRelease:
    made = LiveRelease(planned(tmp_path, values("knative-istio", "blue-green"), "hello"))
    made.serve(server)
    return made


def test_each_object_is_read_once(connection: Connection, server: APIServer, live: LiveRelease) -> None:
    (observation,) = observe_releases(connection)
    assert {key: raw for key, raw in observation.found.items() if raw} == live.objects
    assert len(server.requests) == 1 + len(live.objects)


def test_what_may_not_be_read_is_kept_apart(connection: Connection, server: APIServer, live: LiveRelease) -> None:
    key = live.resource("hello-1")
    server.answer("GET", key.path, status(403, "Forbidden", "User cannot get"))
    (observation,) = observe_releases(connection, ["hello"])
    assert set(observation.refused) == {key}
    assert key not in observation.found


def test_what_a_deletion_has_left(connection: Connection, server: APIServer, live: LiveRelease) -> None:
    """The routemap went first; a version waits for its finalizer."""
    ksvc = live.objects[live.resource("hello-1")]
    ksvc["metadata"] |= {"deletionTimestamp": "2026-01-01T00:00:00Z", "finalizers": ["iter8.tools/finalizer"]}
    server.objects("/api/v1/namespaces/default/configmaps")
    server.objects("/api/v1/configmaps")
    server.objects("/apis/serving.knative.dev/v1/namespaces/default/services", ksvc)
    with pytest.raises(ReleaseNotThereError) as caught:
        observe_releases(connection, ["hello"])
    first, second = caught.value.lines
    assert first == "there is no release 'hello' in namespace default (context test)"
    assert second.startswith("ksvc hello-1 is being deleted, since ")
    assert "waits for the finalizer iter8.tools/finalizer" in second
