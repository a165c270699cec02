import socket
import struct
import threading

import pytest

from tests.support.node import dns, names

SERVICES = {
    ("a", "web"): {"metadata": {"namespace": "a", "name": "web"}, "spec": {"clusterIP": "10.96.0.7"}},
    ("a", "alias"): {
        "metadata": {"namespace": "a", "name": "alias"},
        "spec": {"externalName": "web.a.svc.cluster.local"},
    },
    ("a", "loop"): {
        "metadata": {"namespace": "a", "name": "loop"},
        "spec": {"externalName": "loop.a.svc.cluster.local"},
    },
    ("a", "headless"): {"metadata": {"namespace": "a", "name": "headless"}, "spec": {"clusterIP": "None"}},
}
ENDPOINTS = {("a", "headless"): {"subsets": [{"addresses": [{"ip": "10.244.0.2"}, {"ip": "10.244.0.3"}]}]}}


def found(name: str) -> names.Found | None:
    return names.lookup(name, SERVICES, ENDPOINTS)


def query(name: str, kind: int = dns.A) -> bytes:
    return struct.pack("!HHHHHH", 7, 0x0100, 1, 0, 0, 0) + dns.write_name(name) + struct.pack("!HH", kind, 1)


def counted(answer: bytes) -> tuple[int, int]:
    """The code and the number of records."""
    return answer[3] & 0xF, struct.unpack("!H", answer[6:8])[0]


def test_names() -> None:
    assert found("web.a.svc.cluster.local.") == names.Found((), ("10.96.0.7",))
    assert found("WEB.a.svc.cluster.local") == names.Found((), ("10.96.0.7",))
    assert found("alias.a.svc.cluster.local") == names.Found(("web.a.svc.cluster.local",), ("10.96.0.7",))
    assert found("headless.a.svc.cluster.local") == names.Found((), ("10.244.0.2", "10.244.0.3"))
    assert found("web.b.svc.cluster.local") is None
    assert found("web.a") is None
    assert found("x.web.a.svc.cluster.local") is None
    loop = found("loop.a.svc.cluster.local")
    assert loop is not None
    assert loop.addresses == ()


def test_answers() -> None:
    assert counted(dns.answer(query("web.a.svc.cluster.local"), found)) == (dns.NO_ERROR, 1)
    assert counted(dns.answer(query("alias.a.svc.cluster.local"), found)) == (dns.NO_ERROR, 2)
    assert counted(dns.answer(query("web.a.svc.cluster.local", dns.AAAA), found)) == (dns.NO_ERROR, 0)
    assert counted(dns.answer(query("web.b.svc.cluster.local"), found)) == (dns.NAME_ERROR, 0)
    assert dns.answer(query("web.a.svc.cluster.local"), found).endswith(bytes([10, 96, 0, 7]))


@pytest.mark.parametrize("data", [b"", query("a")[:11], query("a")[:13], query("a")[:-3], b"\0" * 12])
def test_what_is_no_query(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"header|questions|cut off"):
        dns.answer(data, found)


def test_a_resolver_understands_the_answer() -> None:
    """Python's own socket reads one datagram back: the identifier and the question are the query's."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))

    def serve() -> None:
        data, address = server.recvfrom(512)
        server.sendto(dns.answer(data, found), address)

    thread = threading.Thread(target=serve)
    thread.start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(5)
        sent = query("web.a.svc.cluster.local")
        client.sendto(sent, server.getsockname())
        got = client.recv(512)
    thread.join()
    server.close()
    assert got[:2] == sent[:2]
    assert got[12 : len(sent)] == sent[12:]
