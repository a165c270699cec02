"""Which objects belong to a release."""

import pytest

from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.release_objects import TYPES, belongs, release_objects
from cdk8s_iter8.cluster.releases import ReleaseKey
from tests.support.api_server import APIServer, status


def test_what_may_not_be_read_is_told(connection: Connection, server: APIServer) -> None:
    """The objects that can be read are there all the same; a missing CRD has no objects."""
    label = {"app.kubernetes.io/instance": "hello"}
    ours = {**label, "app.kubernetes.io/managed-by": "cdk8s-iter8"}
    mine = {"metadata": {"name": "a", "namespace": "default", "labels": ours}}
    foreign = {"metadata": {"name": "b", "namespace": "default", "labels": label}}
    server.objects("/api/v1/namespaces/default/configmaps", mine, foreign)
    server.answer("GET", "/api/v1/namespaces/default/services", status(403, "Forbidden", "User cannot list"))
    release = release_objects(connection, ReleaseKey("default", "hello"))
    assert [str(key) for key in release.objects] == ["configmaps default/a"]
    assert [refusal.call.gvr.resource for refusal in release.refused] == ["services"]
    assert len(release.missing) == len(TYPES) - 2


@pytest.mark.parametrize(
    ("labels", "manager", "expected"),
    [
        ({"app.kubernetes.io/managed-by": "Helm"}, None, False),
        ({"app.kubernetes.io/managed-by": "Helm"}, ("cdk8s-iter8", "Update"), False),
        ({"app.kubernetes.io/managed-by": "Helm"}, ("cdk8s-iter8", "Apply"), True),
        ({"app.kubernetes.io/managed-by": "cdk8s-iter8"}, None, True),
        ({"iter8.tools/watch": "true"}, None, True),
        ({"iter8.tools/kind": "routemap", "app.kubernetes.io/managed-by": "iter8"}, None, True),
    ],
)
def test_the_label_alone_does_not_make_an_object_the_releases(
    labels: dict[str, str], manager: tuple[str, str] | None, expected: bool
) -> None:
    managed = [{"manager": manager[0], "operation": manager[1]}] if manager else []
    metadata = {"labels": {"app.kubernetes.io/instance": "hello", **labels}, "managedFields": managed}
    assert belongs({"metadata": metadata}, "hello") is expected
    assert belongs({"metadata": metadata}, "other") is False
