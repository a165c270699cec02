"""Runs a command and measures it with all processes that it starts."""

import ctypes
import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Run:
    """One run of a command, its Node included.

    Attributes:
        seconds: From its start to its exit.
        processor: Seconds of all processors together.
        memory: The most memory of all its processes at one time, in MiB; 0: it was not looked at.
    """

    seconds: float
    processor: float
    memory: int = 0


def adopt_orphans() -> None:
    """Makes this process the parent of what outlives its own parent, so that its processor time counts."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def timed(commands: Sequence[Sequence[str]], directory: Path, environ: Mapping[str, str]) -> Run:
    """Runs commands one after another.

    Args:
        commands: The commands; each must succeed.
        directory: Where they run.
        environ: Their environment.

    Raises:
        subprocess.CalledProcessError: A command failed.
    """
    before, began = _processor(), time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=directory, env=environ, stdout=subprocess.DEVNULL, check=True)
    seconds = time.perf_counter() - began
    _reap()
    return Run(seconds, _processor() - before)


def peak_memory(command: Sequence[str], directory: Path, environ: Mapping[str, str]) -> int:
    """Returns the most memory of a command and all processes below it at one time, in MiB, looked at 20 times a second.

    Args:
        command: The command, which must succeed.
        directory: Where it runs.
        environ: Its environment.
    """
    most = 0
    with subprocess.Popen(command, cwd=directory, env=environ, stdout=subprocess.DEVNULL) as process:
        over = threading.Event()

        def look() -> None:
            nonlocal most
            while not over.wait(0.05):
                most = max(most, sum(map(_resident, _tree(process.pid))))

        watching = threading.Thread(target=look)
        watching.start()
        code = process.wait()
        over.set()
        watching.join()
    _reap()
    if code:
        raise subprocess.CalledProcessError(code, command)
    return most // 1024


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _reap() -> None:
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            yield from _tree(int(child))
        for task in Path(f"/proc/{pid}/task").iterdir():
            if task.name != str(pid):
                for child in (task / "children").read_text().split():
                    yield from _tree(int(child))


def _resident(pid: int) -> int:
    """The memory of one process in KiB; what it shares with others is divided among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
