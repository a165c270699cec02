"""Which releases there are."""

from typing import Any

import pytest

from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.releases import ReleaseKey, ReleaseNotThereError, find_releases
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
    server.objects(EVERYWHERE, routemap("hello"), *(routemap("shop", namespace) for namespace in elsewhere))
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
