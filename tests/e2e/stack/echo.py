"""Backends: HTTP servers on loopback that answer with what they received, and count it."""

import asyncio
import json
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.e2e.stack.traffic import NUMBERS


@dataclass
class Echo:
    """One backend.

    `answers_for` maps the Host it received to the version that it answers as, the way Knative's gateway dispatches;
    None is a host that it does not know, answered with 404. It counts by Host and keeps each request's header
    `x-request-number`, to see what arrived twice.

    Attributes:
        fails_every: Each n-th request is answered with 500; 0: none.
        seconds: How long an answer takes.
    """

    answers_for: Callable[[str], str | None]
    received: Counter[str] = field(default_factory=Counter)
    numbers: Counter[tuple[str, int]] = field(default_factory=Counter)
    counted_from: int = 0
    port: int = 0
    fails_every: int = 0
    seconds: float = 0
    answered: int = 0

    def count_anew(self) -> None:
        """Count only requests that are sent from now on: copies of earlier ones may still be under way."""
        self.counted_from = next(NUMBERS)
        self.received.clear()
        self.numbers.clear()

    def answer(self, head: bytes) -> bytes:
        """The response to a request of this head."""
        lines = head.decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        host = headers.get("host", "").partition(":")[0]
        number = int(headers.get("x-request-number", "0"))
        if number >= self.counted_from:
            self.received[host] += 1
            self.numbers[host, number] += 1
        version = self.answers_for(host)
        body = json.dumps(
            {"version": version, "host": host, "method": method, "path": target, "headers": headers}
        ).encode()
        self.answered += 1
        status = "200 OK" if version else "404 Not Found"
        if version and self.fails_every and self.answered % self.fails_every == 0:
            status = "500 Internal Server Error"
        fields = f"content-type: application/json\r\ncontent-length: {len(body)}"
        return f"HTTP/1.1 {status}\r\n{fields}\r\n\r\n".encode() + body


class Connection(asyncio.Protocol):
    """HTTP/1.1 with keep-alive, as much of it as Envoy sends for requests without a body or with a counted one."""

    def __init__(self, echo: Echo, connections: "set[Connection]") -> None:
        self.echo = echo
        self.connections = connections
        self.buffer = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self.transport = transport
        self.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self.connections.discard(self)

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, _, rest = self.buffer.partition(b"\r\n\r\n")
            length = content_length(head)
            if len(rest) < length:
                return
            self.buffer = rest[length:]
            answer = self.echo.answer(head)
            if self.echo.seconds:
                asyncio.get_running_loop().call_later(self.echo.seconds, self.write, answer)
            else:
                self.write(answer)

    def write(self, answer: bytes) -> None:
        if self.transport is not None and not self.transport.is_closing():
            self.transport.write(answer)


def content_length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


class Echoes:
    """The thread that serves all backends."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, name="echoes", daemon=True)
        self.thread.start()
        self.servers: list[asyncio.Server] = []
        self.connections: set[Connection] = set()

    def serve(self, echo: Echo, address: str = "127.0.0.1", port: int = 0) -> Echo:
        """Start a backend; with port 0, on a free one."""

        async def start() -> asyncio.Server:
            return await self.loop.create_server(lambda: Connection(echo, self.connections), address, port)

        server = asyncio.run_coroutine_threadsafe(start(), self.loop).result(10)
        self.servers.append(server)
        echo.port = server.sockets[0].getsockname()[1]
        return echo

    def stop(self) -> None:
        """Close every backend and end the thread."""

        async def close() -> None:
            for server in self.servers:
                server.close()
            for connection in self.connections:
                if connection.transport is not None:
                    connection.transport.abort()

        asyncio.run_coroutine_threadsafe(close(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()
