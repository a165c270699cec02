"""Kinds and their plural names."""

import pytest

from cdk8s_iter8.cluster.api_error import MissingTypeError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.discovery import Discovery, UnknownKindError
from cdk8s_iter8.cluster.keys import GVR, ObjectKey
from tests.support.api_server import APIServer


@pytest.fixture
def discovery(connection: Connection, server: APIServer) -> Discovery:
    types = [
        {"name": "services", "kind": "Service", "namespaced": True},
        {"name": "services/status", "kind": "Service", "namespaced": True},
        {"name": "nodes", "kind": "Node", "namespaced": False},
    ]
    server.answer("GET", "/api/v1", (200, {"resources": types}))
    return Discovery(connection)


def test_a_manifest_is_known_by_type_namespace_and_name(discovery: Discovery, server: APIServer) -> None:
    manifest = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a", "namespace": "b"}}
    assert discovery.key(manifest) == ObjectKey(GVR("", "v1", "services"), "b", "a")
    assert discovery.key({**manifest, "metadata": {"name": "a"}}).namespace == "default"
    assert discovery.key({**manifest, "kind": "Node"}).namespace == ""
    assert len(server.requests) == 1


def test_what_the_cluster_does_not_have(discovery: Discovery) -> None:
    with pytest.raises(UnknownKindError, match="context test: v1 has no kind Pod"):
        discovery.type_of("v1", "Pod")
    with pytest.raises(MissingTypeError, match=r"the cluster has no serving\.knative\.dev/v1: the CRD"):
        discovery.type_of("serving.knative.dev/v1", "Service")
