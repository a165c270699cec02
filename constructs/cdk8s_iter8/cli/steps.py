"""Shows the steps of what changes a cluster: lines, and in a terminal what is waited for, drawn anew."""

import os
import sys
import time
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING

import typer

from cdk8s_iter8.cli.terminal import fitted

if TYPE_CHECKING:
    from rich.live import Live

    from cdk8s_iter8.applying.step import Done, Step, Waits

_AGAIN = 30.0
"""Seconds after which a line says again what is waited for, where nothing is drawn anew."""


class Steps:
    """Shows steps, and remembers those that are done.

    Attributes:
        done: What is done.
    """

    def __init__(self, *, err: bool = False) -> None:
        """Starts with no step.

        Args:
            err: Whether to show steps on standard error, because standard output is for programs.
        """
        self.done: list[Done] = []
        self._err = err
        stream = sys.stderr if err else sys.stdout
        self._redraws = stream.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "unknown")
        self._live: Live | None = None
        self._since = 0.0
        self._told: dict[str, float] = {}

    def __enter__(self) -> "Steps":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._end_waiting()

    def show(self, steps: "Iterable[Step]") -> None:
        """Shows steps as they come.

        Args:
            steps: The steps.
        """
        from cdk8s_iter8.applying.step import Waits

        for step in steps:
            if isinstance(step, Waits):
                self._wait(step)
            else:
                self._end_waiting()
                self.done.append(step)
                self._tell(str(step))
        self._end_waiting()

    def _wait(self, waits: "Waits") -> None:
        if self._redraws:
            self._draw(waits)
            return
        now = time.monotonic()
        if self._told and now - max(self._told.values()) > _AGAIN:
            self._told.clear()
        for line in waits.lines:
            if line not in self._told:
                self._told[line] = now
                self._tell(f"  waits: {line}")

    def _tell(self, line: str) -> None:
        typer.echo(line if self._err else fitted(line), err=self._err)

    def _draw(self, waits: "Waits") -> None:
        from rich.console import Console
        from rich.live import Live
        from rich.text import Text

        if self._live is None:
            self._since = time.monotonic()
            self._live = Live(console=Console(stderr=self._err, highlight=False), transient=True, auto_refresh=False)
            self._live.start()
        head = f"  waits {time.monotonic() - self._since:.0f}s: "
        self._live.update(Text("\n").join(Text(head + line, overflow="fold") for line in waits.lines), refresh=True)

    def _end_waiting(self) -> None:
        self._told.clear()
        if self._live is not None:
            self._live.stop()
            self._live = None
