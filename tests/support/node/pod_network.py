"""A pod's network: a namespace of its own, with one address on the node's bridge."""

import asyncio
import contextlib
import itertools
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass

BRIDGE = "pods"
NUMBERS = itertools.count(2)
"""The pods' addresses: 10.244.0.2 and on; none is used twice."""


@dataclass
class PodNetwork:
    """The network of one pod; the process `holder` keeps its namespace."""

    address: str
    holder: Process

    def enter(self) -> list[str]:
        """What to put in front of a command so that it runs in this network, and ends with the node."""
        return ["nsenter", f"--net=/proc/{self.holder.pid}/ns/net", "setpriv", "--pdeathsig", "KILL", "--"]

    async def close(self) -> None:
        """Remove it; its interfaces go with the last process inside."""
        with contextlib.suppress(ProcessLookupError):
            self.holder.kill()
        await self.holder.wait()


async def open_network(gateway: str) -> PodNetwork:
    """Make a network whose default route is the node's address on the bridge."""
    number = next(NUMBERS)
    address = f"10.244.{number // 250}.{number % 250 + 2}"
    holder = await asyncio.create_subprocess_exec(
        *("unshare", "--net", "setpriv", "--pdeathsig", "KILL", "--", "sh", "-c", "echo; exec sleep infinity"),
        stdout=PIPE,
    )
    assert holder.stdout is not None
    await holder.stdout.readline()
    outside = f"pod{number}"
    await ip(f"link add {outside} type veth peer name eth0 netns {holder.pid}\nlink set {outside} master {BRIDGE} up\n")
    network = PodNetwork(address, holder)
    inside = f"link set lo up\naddr add {address}/16 dev eth0\nlink set eth0 up\nroute add default via {gateway}\n"
    await ip(inside, *network.enter())
    return network


async def ip(commands: str, *before: str) -> None:
    """Run commands of ip(8), one a line."""
    process = await asyncio.create_subprocess_exec(*before, "ip", "-batch", "-", stdin=PIPE, stdout=PIPE, stderr=PIPE)
    _, said = await process.communicate(commands.encode())
    if process.returncode:
        raise OSError(f"ip {commands!r}: {said.decode()}")
