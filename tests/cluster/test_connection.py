"""Calls, and what each refusal says in one line."""

import json
from pathlib import Path

import pytest

from cdk8s_iter8.cluster.api_error import (
    CallError,
    ConflictError,
    ExpiredLoginError,
    FieldConflict,
    MissingTypeError,
    NotPermittedError,
    NotThereError,
)
from cdk8s_iter8.cluster.connection import Connection, connect
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, GVR, ObjectKey
from tests.support.api_server import APIServer, status

KSVC = GVR("serving.knative.dev", "v1", "services")
HELLO = ObjectKey(KSVC, "default", "hello-0")
A, B = ({"kind": kind, "metadata": {"labels": {"a": "b"}}} for kind in "AB")
SERVICES = "/apis/serving.knative.dev/v1/namespaces/default/services"


def test_an_object(connection: Connection, server: APIServer) -> None:
    server.answer("GET", HELLO.path, (200, {"metadata": {"name": "hello-0"}}))
    assert connection.read(HELLO) == {"metadata": {"name": "hello-0"}}
    assert server.requests[0].headers["authorization"] == "Bearer secret"


@pytest.mark.parametrize("said", [status(404, "NotFound", "not found", name="hello-0"), (404, "404 page not found")])
def test_no_object(said: tuple[int, object], connection: Connection, server: APIServer) -> None:
    server.answer("GET", HELLO.path, said)
    server.answer("DELETE", HELLO.path, said)
    assert connection.read(HELLO) is None
    assert connection.delete(HELLO) is False


def test_pages_are_joined(connection: Connection, server: APIServer) -> None:
    server.answer(
        "GET",
        SERVICES,
        (200, {"items": [A], "metadata": {"continue": "next"}}),
        (200, {"items": [B], "metadata": {}}),
    )
    assert connection.objects(KSVC, "default", "a=b") == [A, B]
    assert [request.query for request in server.requests] == [
        {"limit": "500", "labelSelector": "a=b"},
        {"limit": "500", "labelSelector": "a=b", "continue": "next"},
    ]


def test_an_object_of_a_list_says_its_type_which_the_server_leaves_out_for_its_own_types(
    connection: Connection, server: APIServer
) -> None:
    made = {"metadata": {"name": "hello"}, "data": {}}
    page = {"apiVersion": "v1", "kind": "ConfigMapList", "items": [made], "metadata": {}}
    server.answer("GET", CONFIG_MAPS.path("default"), (200, page))
    assert connection.objects(CONFIG_MAPS, "default") == [{"apiVersion": "v1", "kind": "ConfigMap", **made}]


def test_apply(connection: Connection, server: APIServer) -> None:
    server.answer("PATCH", HELLO.path, (200, {"metadata": {}}))
    connection.apply(HELLO, {"spec": {}}, dry_run=True, force=True)
    (request,) = server.requests
    assert request.headers["Content-Type"] == "application/apply-patch+yaml"
    assert request.body == {"spec": {}}
    assert request.query == {
        "fieldManager": "cdk8s-iter8",
        "force": "true",
        "dryRun": "All",
        "fieldValidation": "Strict",
    }


def test_a_deletion_is_of_the_object_that_was_seen(connection: Connection, server: APIServer) -> None:
    server.answer("DELETE", HELLO.path, (200, {}))
    assert connection.delete(HELLO, "uid-1")
    assert server.requests[0].body == {"propagationPolicy": "Background", "preconditions": {"uid": "uid-1"}}


def test_a_dry_run_of_a_deletion_is_said_in_the_body_since_the_server_ignores_the_query_beside_a_body(
    connection: Connection, server: APIServer
) -> None:
    server.answer("DELETE", HELLO.path, (200, {}))
    assert connection.delete(HELLO, dry_run=True)
    assert server.requests[0].body == {"propagationPolicy": "Background", "dryRun": ["All"]}


@pytest.mark.parametrize(
    ("answer", "kind", "line"),
    [
        (
            status(401, "Unauthorized", "Unauthorized"),
            ExpiredLoginError,
            (
                "context test: the API server does not accept the credentials: they are missing, wrong or expired; "
                "log in again, and see what `kubectl auth whoami` says"
            ),
        ),
        (
            status(403, "Forbidden", "User cannot list resource"),
            NotPermittedError,
            (
                "not permitted: list services.serving.knative.dev in namespace default; missing rule: "
                '{apiGroups: ["serving.knative.dev"], resources: ["services"], verbs: ["list"]}'
            ),
        ),
        (
            (404, "404 page not found\n"),
            MissingTypeError,
            "context test: the cluster has no services.serving.knative.dev of version v1: the CRD is not installed",
        ),
        (
            status(500, "InternalError", "etcd is\x1b[2J full\nof it"),
            CallError,
            "list services.serving.knative.dev in namespace default: 500 InternalError: etcd is\\x1b[2J full\\nof it",
        ),
    ],
)
def test_a_refusal_is_one_line(
    answer: tuple[int, object], kind: type[CallError], line: str, connection: Connection, server: APIServer
) -> None:
    server.answer("GET", SERVICES, answer)
    with pytest.raises(kind) as caught:
        connection.objects(KSVC, "default")
    assert type(caught.value) is kind
    assert str(caught.value) == line


def test_a_conflict_names_fields_and_managers(connection: Connection, server: APIServer) -> None:
    cause = {
        "reason": "FieldManagerConflict",
        "message": 'conflict with "kubectl" using v1',
        "field": ".spec.template",
    }
    server.answer("PATCH", HELLO.path, status(409, "Conflict", "Apply failed with 1 conflict", causes=[cause, 3]))
    with pytest.raises(ConflictError) as caught:
        connection.apply(HELLO, {})
    assert caught.value.conflicts == (FieldConflict(".spec.template", '"kubectl" using v1'),)


def test_a_missing_namespace(connection: Connection, server: APIServer) -> None:
    said = status(404, "NotFound", 'namespaces "shop" not found', name="shop", kind="namespaces")
    server.answer("PATCH", HELLO.path, said)
    with pytest.raises(NotThereError, match='namespaces "shop" not found'):
        connection.apply(HELLO, {})


def test_calls_at_once_keep_their_order(connection: Connection, server: APIServer) -> None:
    server.otherwise = lambda request: (200, {"path": request.path})
    keys = [ObjectKey(CONFIG_MAPS, "default", f"cm-{number}") for number in range(30)]
    answers = connection.at_once(connection.read, keys)
    assert json.dumps(answers) == json.dumps([{"path": key.path} for key in keys])


def test_the_namespace_is_the_given_one_or_the_contexts(server: APIServer, kubeconfig: Path) -> None:
    server.kubeconfig(kubeconfig, namespace="shop")
    assert connect().namespace == "shop"
    assert connect(namespace="other").namespace == "other"
