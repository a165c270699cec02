"""One container of a pod: a process, started again when it ends, probed, and stopped in time."""

import asyncio
import contextlib
import datetime as dt
import os
import signal
from asyncio.subprocess import DEVNULL, STDOUT, Process
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import ClientError

from tests.support.node import probe
from tests.support.node.api import Object
from tests.support.node.pod_network import PodNetwork
from tests.support.node.status import ContainerState

BACK_OFF = (0.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0)
"""Seconds before the n-th restart, as the kubelet has them."""


def now() -> str:
    """The time as Kubernetes writes it."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Container:
    """One container; `changed` is told whenever its state is another."""

    spec: Object
    argv: Sequence[str] | None
    """The program and its arguments; None when it cannot be started, for the reason in `state`."""
    environment: Mapping[str, str]
    network: PodNetwork
    log: Path
    changed: Callable[[], None]
    process: Process | None = None
    stopping: bool = False
    state: ContainerState = field(init=False)

    def __post_init__(self) -> None:
        self.state = ContainerState(self.spec["name"], self.spec["image"])

    def become(self, **values: object) -> None:
        """Change the state, and tell."""
        for name, value in values.items():
            setattr(self.state, name, value)
        self.changed()

    async def run(self) -> None:
        """Keep it running until it is stopped."""
        if self.argv is None:
            self.changed()
            return
        while True:
            await self._once(self.argv)
            if self._stops():
                return
            seconds = BACK_OFF[min(self.state.restarts, len(BACK_OFF) - 1)]
            if seconds:
                message = f"back-off {seconds:.0f}s restarting failed container={self.state.name}"
                self.become(waiting="CrashLoopBackOff", message=message)
            await asyncio.sleep(seconds)
            self.become(restarts=self.state.restarts + 1)

    def _stops(self) -> bool:
        return self.stopping

    async def _once(self, argv: Sequence[str]) -> None:
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *self.network.enter(),
                *argv,
                env={"PATH": os.defpath, **self.environment},
                cwd=self.log.parent,
                stdin=DEVNULL,
                stdout=log,
                stderr=STDOUT,
            )
        began = now()
        self.become(waiting="", message="", started=began, ready=not self.spec.get("readinessProbe"))
        probing = asyncio.create_task(self._probe())
        code = await self.process.wait()
        probing.cancel()
        reason = "Completed" if code == 0 else "Error"
        ended = {"exitCode": code if code >= 0 else 128 - code, "reason": reason, "startedAt": began}
        self.become(waiting=reason, ready=False, last={**ended, "finishedAt": now()})

    async def _probe(self) -> None:
        """Follow the readiness probe."""
        readiness = self.spec.get("readinessProbe")
        if not readiness:
            return
        await asyncio.sleep(readiness.get("initialDelaySeconds", 0))
        good = bad = 0
        while True:
            if await probe.succeeds(self.spec, readiness, self.network.address):
                good, bad = good + 1, 0
            else:
                good, bad = 0, bad + 1
            if not self.state.ready and good >= readiness.get("successThreshold", 1):
                self.become(ready=True)
            elif self.state.ready and bad >= readiness.get("failureThreshold", 3):
                self.become(ready=False)
            await asyncio.sleep(readiness.get("periodSeconds") or 10 if self.state.ready else probe.EAGER)

    async def stop(self, grace: float) -> None:
        """End it as Kubernetes does: the preStop hook, SIGTERM, and SIGKILL after the grace period."""
        self.stopping = True
        deadline = asyncio.get_running_loop().time() + grace
        if self.process is None or self.process.returncode is not None:
            return
        hook = (self.spec.get("lifecycle") or {}).get("preStop", {}).get("httpGet")
        if hook:
            with contextlib.suppress(OSError, TimeoutError, ClientError):
                await probe.get(self.spec, hook, self.network.address, grace)
        self.signal(signal.SIGTERM)
        left = deadline - asyncio.get_running_loop().time()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.process.wait(), max(left, 0.1))
        await self.kill()

    async def kill(self) -> None:
        """End it at once."""
        self.stopping = True
        self.signal(signal.SIGKILL)
        if self.process is not None:
            await self.process.wait()

    def signal(self, number: int) -> None:
        if self.process is not None and self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(number)
