"""A DNS server for the names of Services: A records and CNAMEs over UDP; everything else does not exist."""

import asyncio
import ipaddress
import struct
from collections.abc import Callable
from typing import cast

from tests.support.node.names import Found

A, CNAME, AAAA = 1, 5, 28
NO_ERROR, NAME_ERROR = 0, 3
SECONDS = 1
"""How long an answer may be kept: Services change while the tests run."""

Lookup = Callable[[str], Found | None]


def answer(query: bytes, lookup: Lookup) -> bytes:
    """The response to a query of one question.

    Raises:
        ValueError: The query is no query of one question.
    """
    if len(query) < 12:
        raise ValueError("shorter than a header")
    identifier, flags, questions = struct.unpack("!HHH", query[:6])
    if questions != 1:
        raise ValueError(f"{questions} questions")
    name, end = read_name(query, 12)
    if len(query) < end + 4:
        raise ValueError("the question is cut off")
    kind = struct.unpack("!H", query[end : end + 2])[0]
    entry = lookup(name)
    records = b""
    count = 0
    owner = name
    if entry is not None:
        for alias in entry.aliases:
            records += record(owner, CNAME, write_name(alias))
            count, owner = count + 1, alias
        if kind == A:
            for address in entry.addresses:
                records += record(owner, A, ipaddress.IPv4Address(address).packed)
                count += 1
    code = NAME_ERROR if entry is None else NO_ERROR
    # A response, authoritative, with recursion as desired and available.
    header = struct.pack("!HHHHHH", identifier, 0x8480 | (flags & 0x0100) | code, 1, count, 0, 0)
    return header + query[12 : end + 4] + records


def read_name(message: bytes, at: int) -> tuple[str, int]:
    """The name at a place of a message, and the place behind it."""
    labels: list[str] = []
    while True:
        if at >= len(message):
            raise ValueError("the name is cut off")
        length = message[at]
        if length == 0:
            return ".".join(labels), at + 1
        if length > 63:
            raise ValueError("a question's name is not compressed")
        labels.append(message[at + 1 : at + 1 + length].decode("latin-1"))
        at += 1 + length


def write_name(name: str) -> bytes:
    return b"".join(bytes([len(label)]) + label.encode("latin-1") for label in name.split(".") if label) + b"\0"


def record(owner: str, kind: int, data: bytes) -> bytes:
    return write_name(owner) + struct.pack("!HHIH", kind, 1, SECONDS, len(data)) + data


class Server(asyncio.DatagramProtocol):
    """Answers each datagram; what is no query gets none."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, address: tuple[str, int]) -> None:
        try:
            self.transport.sendto(answer(data, self.lookup), address)
        except ValueError as error:
            print(f"DNS: {address}: {error}", flush=True)
