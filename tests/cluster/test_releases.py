"""Which releases there are, and which objects belong to one."""

from typing import Any

import pytest

from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.releases import (
    TYPES,
    ReleaseKey,
    ReleaseNotThereError,
    belongs,
    find_releases,
    release_objects,
)
from tests.support.api_server import APIServer, status

HERE = "/api/v1/namespaces/default/configmaps"
EVERYWHERE = "/api/v1/configmaps"


def routemap(name: str, namespace: str = "default", **labels: str) -> dict[str, Any]:
    return {
        "metadata": {
            "name": f"{name}-routemap",
            "namespace": namespace,
            "labels": {"iter8.tools/kind": "routemap", **labels},
        }
    }


def test_the_releases_of_the_namespace(connection: Connection, server: APIServer) -> None:
    server.objects(HERE, routemap("shop"), routemap("hello", **{"app.kubernetes.io/instance": "greeter"}))
    assert list(find_releases(connection)) == [ReleaseKey("default", "greeter"), ReleaseKey("default", "shop")]
    assert list(find_releases(connection, ["shop"])) == [ReleaseKey("default", "shop")]
    assert server.requests[0].query["labelSelector"] == "iter8.tools/kind=routemap"


@pytest.mark.parametrize(
    ("elsewhere", "line"),
    [
        ([], "there is no release 'shop' in namespace default (context test)"),
        (
            ["a"],
            "there is no release 'shop' in namespace default (context test); there is one in a: --namespace a",
        ),
        (
            ["b", "a"],
            (
                "there is no release 'shop' in namespace default (context test); there are several, in a, b: "
                "say which by --namespace"
            ),
        ),
    ],
)
def test_a_release_that_is_not_there(
    elsewhere: list[str], line: str, connection: Connection, server: APIServer
) -> None:
    server.objects(HERE, routemap("hello"))
    server.objects(EVERYWHERE, routemap("hello"), *(routemap("shop", each) for each in elsewhere))
    with pytest.raises(ReleaseNotThereError) as caught:
        find_releases(connection, ["shop", "hello"])
    assert caught.value.lines == (line,)


def test_who_may_read_one_namespace_only(connection: Connection, server: APIServer) -> None:
    server.objects(HERE)
    server.answer("GET", EVERYWHERE, status(403, "Forbidden", "User cannot list"))
    with pytest.raises(ReleaseNotThereError, match="no release 'shop' in namespace default"):
        find_releases(connection, ["shop"])
    with pytest.raises(NotPermittedError, match="list configmaps in all namespaces"):
        find_releases(connection, everywhere=True)


def test_everywhere(connection: Connection, server: APIServer) -> None:
    server.objects(EVERYWHERE, routemap("hello", "b"), routemap("hello", "a"))
    assert [key.namespace for key in find_releases(connection, ["hello"], everywhere=True)] == ["a", "b"]


def test_what_may_not_be_read_is_told(connection: Connection, server: APIServer) -> None:
    """The objects that can be read are there all the same; a missing CRD has no objects."""
    label = {"app.kubernetes.io/instance": "hello"}
    ours = {**label, "app.kubernetes.io/managed-by": "cdk8s-iter8"}
    mine = {"metadata": {"name": "a", "namespace": "default", "labels": ours}}
    foreign = {"metadata": {"name": "b", "namespace": "default", "labels": label}}
    server.objects(HERE, mine, foreign)
    server.answer("GET", "/api/v1/namespaces/default/services", status(403, "Forbidden", "User cannot list"))
    found = release_objects(connection, ReleaseKey("default", "hello"))
    assert [str(key) for key in found.objects] == ["configmaps default/a"]
    assert [each.call.gvr.resource for each in found.refused] == ["services"]
    assert len(found.missing) == len(TYPES) - 2


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
