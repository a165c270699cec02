"""Crashes: the processes of a pod's user container are killed, as the kernel does when memory is short."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def crash(pod: str) -> int:
    """Kill the program of a pod, not its queue-proxy; returns how many processes there were."""
    found = list(programs(pod))
    for pid in found:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(found)


def programs(pod: str) -> Iterator[int]:
    """The process ids of a pod's program: this run has process ids of its own, so it sees them all."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            variables = (process / "environ").read_bytes().decode(errors="replace").split("\0")
            if f"HOSTNAME={pod}" in variables and any(variable.startswith("K_REVISION=") for variable in variables):
                yield int(process.name)
