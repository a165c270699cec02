"""What is read of releases, and what a deletion has left."""

from pathlib import Path

import pytest

from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.releases import ReleaseNotThereError
from cdk8s_iter8.engine.routemap import Routemap
from cdk8s_iter8.live.controllers import Controllers
from cdk8s_iter8.live.object_reader import ObjectReader
from cdk8s_iter8.live.observation import observe_releases
from tests.support.api_server import APIServer, status
from tests.support.live_release import LiveRelease
from tests.support.released import planned, values


@pytest.fixture
def live(server: APIServer, tmp_path: Path) -> LiveRelease:
    made = LiveRelease(planned(tmp_path, values("knative-istio", "blue-green"), "hello"))
    made.serve(server)
    return made


def test_objects_are_read_with_few_calls(connection: Connection, server: APIServer, live: LiveRelease) -> None:
    (observation,) = observe_releases(ObjectReader(connection), Controllers())
    assert {key: raw for key, raw in observation.found.items() if raw} == live.objects
    assert [each.path.rpartition("default/")[2] for each in server.requests] == [
        "configmaps",  # the routemaps
        "configmaps",
        "services",
        "virtualservices/hello",
    ]
    assert [each.query.get("labelSelector") for each in server.requests] == [
        "iter8.tools/kind=routemap",
        "app.kubernetes.io/instance=hello",
        "app.kubernetes.io/instance=hello",
        None,
    ]


def test_what_may_not_be_read_is_kept_apart(connection: Connection, server: APIServer, live: LiveRelease) -> None:
    key = live.resource("hello-1")
    server.answer("GET", key.gvr.path("default"), status(403, "Forbidden", "User cannot list"))
    server.answer("GET", key.path, status(403, "Forbidden", "User cannot get"))
    (observation,) = observe_releases(ObjectReader(connection), Controllers(), ["hello"])
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
        observe_releases(ObjectReader(connection), Controllers(), ["hello"])
    first, second = caught.value.lines
    assert first == "there is no release 'hello' in namespace default (context test)"
    assert second.startswith("ksvc hello-1 is being deleted, since ")
    assert "waits for the finalizer iter8.tools/finalizer" in second


def test_the_controller_that_has_applied_the_route_judges(
    connection: Connection, server: APIServer, live: LiveRelease
) -> None:
    live.route("iter8-controller")
    live.serve(server)
    (observation,) = observe_releases(ObjectReader(connection), Controllers())
    assert observation.controller.manager == "iter8-controller"
    assert isinstance(observation.routemap, Routemap)
    assert observation.routemap.versions[0].resources[-1].type.conditions == ("Ready",)
