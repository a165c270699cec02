"""Requests and answers: what is tried again, and what is no answer."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from cdk8s_iter8.cluster.api_error import NoAnswerError
from cdk8s_iter8.cluster.connection import Connection, connect
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, ObjectKey
from tests.support.api_server import APIServer

HELLO = ObjectKey(CONFIG_MAPS, "default", "hello")
ANSWER = b'HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{"metadata": {}}'


@contextmanager
def hanging_up(times: int) -> Iterator[str]:
    """A server that closes so many connections when it is asked, before it answers; yields its address."""

    def serve() -> None:
        for number in range(times + 1):
            with suppress(OSError):  # nobody asks again, and the listener is shut down
                connection, _ = listener.accept()
                with connection:
                    connection.recv(65536)
                    if number == times:
                        connection.sendall(ANSWER)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def lead(kubeconfig: Path, server: APIServer, address: str) -> None:
    """Lets a kubeconfig lead to another address."""
    kubeconfig.write_text(kubeconfig.read_text().replace(server.address, address))


def test_a_server_that_asks_to_wait_is_asked_again(connection: Connection, server: APIServer) -> None:
    server.answer("GET", HELLO.path, (429, "wait"), (200, {"metadata": {}}))
    assert connection.read(HELLO) == {"metadata": {}}


def test_a_server_that_asks_to_wait_for_ever(connection: Connection, server: APIServer) -> None:
    server.answer("GET", HELLO.path, (429, "wait"))
    with pytest.raises(Exception, match="429"):
        connection.read(HELLO)
    assert len(server.requests) == 3


@pytest.mark.parametrize(("times", "answered"), [(0, True), (2, True), (3, False)])
def test_reading_is_tried_again_on_a_new_connection(
    times: int, answered: bool, server: APIServer, kubeconfig: Path
) -> None:
    with hanging_up(times) as address:
        lead(kubeconfig, server, address)
        with connect() as connection:
            if answered:
                assert connection.read(HELLO) == {"metadata": {}}
            else:
                with pytest.raises(NoAnswerError, match="no answer from"):
                    connection.read(HELLO)


def test_a_change_is_not_tried_again_since_it_may_have_been_made(server: APIServer, kubeconfig: Path) -> None:
    with hanging_up(1) as address:
        lead(kubeconfig, server, address)
        with connect() as connection, pytest.raises(NoAnswerError, match="no answer from"):
            connection.apply(HELLO, {})


def test_what_is_no_api_server(connection: Connection, server: APIServer) -> None:
    server.answer("GET", HELLO.path, (200, "<html>"))
    with pytest.raises(NoAnswerError, match="does not answer as an API server does"):
        connection.read(HELLO)


def test_nobody_answers(server: APIServer, kubeconfig: Path) -> None:
    lead(kubeconfig, server, "http://127.0.0.1:1")
    with connect() as connection, pytest.raises(NoAnswerError) as caught:
        connection.read(HELLO)
    assert str(caught.value) == ("context test: no answer from http://127.0.0.1:1: [Errno 111] Connection refused")
