"""ClusterIPs: each port of a Service is listened on, and each connection goes on to one of its endpoints."""

import asyncio
import contextlib
import itertools
from collections.abc import Mapping

from tests.support.node.api import Key, Object

Address = tuple[str, int]


def listened(services: Mapping[Key, Object]) -> dict[Address, tuple[Key, str]]:
    """Every ClusterIP with a TCP port, and the Service and the port's name that it stands for."""
    return {
        (item["spec"]["clusterIP"], port["port"]): (key, port.get("name", ""))
        for key, item in services.items()
        if item["spec"].get("clusterIP") not in (None, "", "None")
        for port in item["spec"].get("ports") or ()
        if port.get("protocol", "TCP") == "TCP"
    }


def targets(endpoints: Object | None, name: str) -> list[Address]:
    """The ready addresses of a Service's port of that name."""
    return [
        (address["ip"], port["port"])
        for subset in (endpoints or {}).get("subsets") or ()
        for port in subset.get("ports") or ()
        if port.get("name", "") == name
        for address in subset.get("addresses") or ()
    ]


class Forwarder:
    """What kube-proxy is for: sockets on ClusterIPs, which this machine must have as local addresses."""

    def __init__(self, services: Mapping[Key, Object], endpoints: Mapping[Key, Object]) -> None:
        self.services = services
        self.endpoints = endpoints
        self.servers: dict[Address, asyncio.Server] = {}
        self.changed = asyncio.Event()
        self.turns = itertools.count()

    async def run(self) -> None:
        """Follow the Services without end; `changed` says when to look."""
        while True:
            await self.changed.wait()
            self.changed.clear()
            wanted = listened(self.services)
            for address in self.servers.keys() - wanted.keys():
                self.servers.pop(address).close()
            for address in wanted.keys() - self.servers.keys():
                await self._listen(address)

    async def _listen(self, address: Address) -> None:
        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self._forward(address, reader, writer)

        try:
            self.servers[address] = await asyncio.start_server(connected, *address)
        except OSError as error:
            print(f"forwarder: {address}: {error}", flush=True)

    async def _forward(self, address: Address, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection; without an endpoint it is closed."""
        with contextlib.ExitStack() as closing:
            closing.callback(writer.close)
            service, name = listened(self.services).get(address, (("", ""), ""))
            addresses = targets(self.endpoints.get(service), name)
            if not addresses:
                return
            try:
                there = await asyncio.wait_for(
                    asyncio.open_connection(*addresses[next(self.turns) % len(addresses)]), 2
                )
            except OSError:
                return
            closing.callback(there[1].close)
            await asyncio.gather(copy(reader, there[1]), copy(there[0], writer))


async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass bytes on until one side ends, and the end as well."""
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
