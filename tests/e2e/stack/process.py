"""One program of the stack: started with a log of its own, stopped by its process id."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


class StartError(Exception):
    """A program did not become ready; the message ends with the last lines of its log."""


@dataclass
class Process:
    """A program that runs until `stop`; `start` again restarts it with the same arguments and log."""

    name: str
    argv: Sequence[str]
    directory: Path
    ready: Callable[[], bool]
    environment: Mapping[str, str] = field(default_factory=dict)
    timeout: float = 120
    """Seconds that `start` waits for `ready`."""
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    logged: int = field(default=0, init=False)
    """How long the log was at the last start."""

    @property
    def log(self) -> Path:
        return self.directory / f"{self.name}.log"

    def start(self) -> None:
        """Start it and wait until it is ready."""
        # A session of its own keeps Ctrl-C from it, so that the stack stops in order; setpriv ends it with a
        # pytest that was killed.
        guard = [setpriv, "--pdeathsig", "TERM", "--"] if (setpriv := shutil.which("setpriv")) else []
        with self.log.open("ab") as log:
            self.logged = log.tell()
            self.process = subprocess.Popen(
                [*guard, *self.argv],
                cwd=self.directory,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + self.timeout
        while not self.ready_now():
            code = self.process.poll()
            if code is not None:
                raise StartError(f"{self.name} ended with exit code {code}; {self.log}:\n{self.tail()}")
            if time.monotonic() > deadline:
                raise StartError(f"{self.name} was not ready in {self.timeout} s; {self.log}:\n{self.tail()}")
            time.sleep(0.05)

    def ready_now(self) -> bool:
        """Whether it serves; a connection that is still refused means no."""
        with contextlib.suppress(OSError):
            return self.ready()
        return False

    def stop(self, number: int = signal.SIGTERM) -> None:
        """End it by its process id and wait; after ten seconds, kill it."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(number)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def said(self) -> str:
        """What it has logged since its last start."""
        with self.log.open("rb") as log:
            log.seek(self.logged)
            return log.read().decode(errors="replace")

    def tail(self, lines: int = 30) -> str:
        """The last lines of the log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
