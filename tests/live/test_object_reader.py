"""How many calls it takes to read many objects."""

from typing import Any

from cdk8s_iter8.cluster.api_error import MissingTypeError, NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, GVR, ObjectKey
from cdk8s_iter8.live.object_reader import ObjectReader
from tests.support.api_server import APIServer, status

KSVC = GVR("serving.knative.dev", "v1", "services")
ROUTE = GVR("networking.istio.io", "v1beta1", "virtualservices")
LIST = KSVC.path("default")


LABELS = {"app.kubernetes.io/instance": "hello", "iter8.tools/watch": "true"}


def raw(name: str) -> dict[str, Any]:
    return {"metadata": {"name": name, "labels": LABELS}}


def keys(gvr: GVR, *names: str) -> list[ObjectKey]:
    return [ObjectKey(gvr, "default", name) for name in names]


def asked(server: APIServer) -> list[tuple[str, str | None]]:
    return [(each.path.rpartition("default/")[2], each.query.get("labelSelector")) for each in server.requests]


def test_several_objects_of_a_release_are_listed(connection: Connection, server: APIServer) -> None:
    server.objects(LIST, raw("a"), raw("b"), raw("other"))
    found = ObjectReader(connection).read(keys(KSVC, "a", "b"), "hello")
    assert found == {key: raw(key.name) for key in keys(KSVC, "a", "b")}
    assert asked(server) == [("services", "app.kubernetes.io/instance=hello")]


def test_one_object_is_read_by_itself(connection: Connection, server: APIServer) -> None:
    server.answer("GET", f"{LIST}/a", status(404, "NotFound", "not found", name="a"))
    assert ObjectReader(connection).read(keys(KSVC, "a"), "hello") == {keys(KSVC, "a")[0]: None}
    assert asked(server) == [("services/a", None)]


def test_what_the_list_does_not_have_is_read_by_itself(connection: Connection, server: APIServer) -> None:
    """It may lack the label, or not be there."""
    server.objects(LIST, raw("a"))
    unlabelled = {"metadata": {"name": "b"}}
    server.answer("GET", f"{LIST}/b", (200, unlabelled))
    server.answer("GET", f"{LIST}/c", status(404, "NotFound", "not found", name="c"))
    a, b, c = keys(KSVC, "a", "b", "c")
    assert ObjectReader(connection).read([a, b, c], "hello") == {a: raw("a"), b: unlabelled, c: None}


def test_many_releases_take_a_list_for_each_type(connection: Connection, server: APIServer) -> None:
    names = [f"v{index}" for index in range(100)]
    server.objects(LIST, *map(raw, names))
    server.objects(ROUTE.path("default"), *({"metadata": {"name": name}} for name in names))
    found = ObjectReader(connection).read([*keys(KSVC, *names), *keys(ROUTE, *names)], None)
    assert len(found) == 200
    assert None not in found.values()
    assert sorted(asked(server)) == [("services", "iter8.tools/watch=true"), ("virtualservices", None)]


def test_few_objects_of_several_releases_are_read_one_by_one(connection: Connection, server: APIServer) -> None:
    """A list would have those of all other releases too."""
    ObjectReader(connection).read(keys(KSVC, "a", "b"), None)
    assert sorted(asked(server)) == [("services/a", None), ("services/b", None)]


def test_without_permission_to_list_each_is_read_and_the_list_not_asked_for_again(
    connection: Connection, server: APIServer
) -> None:
    server.answer("GET", LIST, status(403, "Forbidden", "User cannot list"))
    server.answer("GET", f"{LIST}/a", (200, raw("a")))
    server.answer("GET", f"{LIST}/b", status(403, "Forbidden", "User cannot get"))
    reader = ObjectReader(connection)
    for _ in range(2):
        a, b = reader.read(keys(KSVC, "a", "b"), "hello").values()
        assert a == raw("a")
        assert isinstance(b, NotPermittedError)
        assert b.call.verb == "get"
    assert [path for path, _ in asked(server)].count("services") == 1


def test_a_type_that_is_not_there_has_no_objects(connection: Connection, server: APIServer) -> None:
    server.objects(CONFIG_MAPS.path("default"), raw("a"), raw("b"))
    found = ObjectReader(connection).read([*keys(KSVC, "a", "b"), *keys(CONFIG_MAPS, "a", "b")], "hello")
    of_type = [type(answer) for answer in found.values()]
    assert of_type == [MissingTypeError, MissingTypeError, dict, dict]
    assert len(server.requests) == 2
    (alone,) = ObjectReader(connection).read(keys(KSVC, "a"), "hello").values()
    assert str(alone).endswith("no services.serving.knative.dev of version v1: the CRD is not installed")
