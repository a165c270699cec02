"""Runs the node: `python -m tests.support.node SETTINGS.json`, whose keys are those of `Settings`."""

import asyncio
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.node.api import API, Collection, Key, Object
from tests.support.node.dns import Server
from tests.support.node.forwarder import Forwarder
from tests.support.node.kubelet import Kubelet
from tests.support.node.names import lookup

LISTENING = "the node listens"


@dataclass(frozen=True)
class Settings:
    """What the node needs to know.

    Attributes:
        kubeconfig: An administrator's, as JSON.
        directory: Where the containers' logs and logins go.
        address: The node's on the bridge of the pods.
        images: The program, with its first arguments, by image.
    """

    kubeconfig: str
    directory: str
    address: str
    images: dict[str, list[str]]


async def run(settings: Settings) -> None:
    """Run the kubelet, the forwarder and the DNS server until killed."""
    async with API(Path(settings.kubeconfig)) as api:
        kubelet = Kubelet(api, settings.images, Path(settings.directory), settings.address)
        await kubelet.register()

        def changed(_: Key, __: Object | None) -> None:
            forwarder.changed.set()

        services = Collection(api, "/api/v1/services", changed)
        endpoints = Collection(api, "/api/v1/endpoints", lambda _, __: None)
        pods = Collection(api, "/api/v1/pods", kubelet.seen)
        forwarder = Forwarder(services.items, endpoints.items)
        dns = Server(lambda name: lookup(name, services.items, endpoints.items))
        await asyncio.get_running_loop().create_datagram_endpoint(lambda: dns, (settings.address, 53))
        print(LISTENING, flush=True)
        await asyncio.gather(services.follow(), endpoints.follow(), pods.follow(), forwarder.run())


if __name__ == "__main__":
    asyncio.run(run(Settings(**json.loads(Path(sys.argv[1]).read_text()))))
