"""Requests, and what became of them."""

import http.client
import itertools
import json
import math
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WORKERS = 4
NUMBERS = itertools.count(1)
"""Each request has a number of its own in its header `x-request-number`."""


@dataclass(frozen=True)
class Reply:
    """One answer: by which version, with what status, headers and (parsed) body."""

    status: int
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    cookies: tuple[str, ...] = ()
    seconds: float = 0
    """From the request to the end of the answer."""

    @property
    def version(self) -> str | None:
        version: str | None = self.body.get("version")
        return version if self.status == 200 else None


@dataclass
class Tally:
    """What a number of requests got; `failed` are those without an answer or with a status other than 200."""

    replies: list[Reply] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    @property
    def sent(self) -> int:
        return len(self.replies) + self.errors.total()

    @property
    def failed(self) -> int:
        return self.errors.total() + sum(reply.status != 200 for reply in self.replies)

    @property
    def versions(self) -> dict[str, int]:
        """The number of good answers for each version that answered."""
        return dict(Counter(reply.version for reply in self.replies if reply.version))

    def add(self, other: "Tally") -> None:
        self.replies += other.replies
        self.errors += other.errors

    def explain(self) -> str:
        """The failures by kind."""
        statuses = Counter(f"status {reply.status}" for reply in self.replies if reply.status != 200)
        return ", ".join(f"{count} × {kind}" for kind, count in (self.errors + statuses).items())


@dataclass
class Client:
    """A caller, by default of an Envoy on loopback, over one connection that is kept open."""

    port: int
    address: str = "127.0.0.1"
    connection: http.client.HTTPConnection | None = None

    def send(self, host: str, target: str = "/", headers: Mapping[str, str] | None = None) -> Reply:
        """One request; OSError or HTTPException when there is no answer."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.address, self.port, timeout=10)
        began = time.monotonic()
        try:
            numbered = {"Host": host, "x-request-number": str(next(NUMBERS)), **(headers or {})}
            self.connection.request("GET", target, headers=numbered)
            response = self.connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        try:
            body = json.loads(content)
        except ValueError:
            body = {"text": content.decode(errors="replace")}
        cookies = tuple(response.headers.get_all("set-cookie") or ())
        fields = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, fields, body, cookies, time.monotonic() - began)

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def send(port: int, host: str, number: int, target: str = "/", headers: Mapping[str, str] | None = None) -> Tally:
    """Send `number` requests over a few connections."""
    tallies = [Tally() for _ in range(min(WORKERS, number))]

    def work(worker: int) -> None:
        client, tally = Client(port), tallies[worker]
        for _ in range(worker, number, len(tallies)):
            try:
                tally.replies.append(client.send(host, target, headers))
            except (OSError, http.client.HTTPException) as error:
                tally.errors[repr(error)] += 1
        client.close()

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(len(tallies))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total


class Flow:
    """Requests without a pause in the background, while something else is done; used as a context manager."""

    def __init__(self, port: int, host: str) -> None:
        self.port, self.host = port, host
        self.tally = Tally()
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.work) for _ in range(2)]
        self.tallies: list[Tally] = []

    def work(self) -> None:
        client, tally = Client(self.port), Tally()
        self.tallies.append(tally)
        while not self.stopped.is_set():
            try:
                tally.replies.append(client.send(self.host))
            except (OSError, http.client.HTTPException) as error:
                tally.errors[repr(error)] += 1
            self.stopped.wait(0.002)
        client.close()

    def __enter__(self) -> Tally:
        for thread in self.threads:
            thread.start()
        return self.tally

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        for thread in self.threads:
            thread.join()
        for tally in self.tallies:
            self.tally.add(tally)


def standard_deviations(count: int, total: int, share: float) -> float:
    """How far `count` of `total` is from `share`, in standard deviations of a fair draw."""
    if share in (0.0, 1.0):
        return 0.0 if count == total * share else math.inf
    return abs(count - total * share) / math.sqrt(total * share * (1 - share))
