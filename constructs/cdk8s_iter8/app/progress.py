"""Shows on standard error how far a long synthesis is."""

import sys
import time
from typing import TextIO

_FEW = 100
_WIDTH = 30
_SECONDS = 10
"""A terminal has a bar; elsewhere, as in CI, there is a line now and then."""


class Progress:
    """A bar on a terminal, a line every ten seconds elsewhere; nothing for a few releases."""

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        """Begins at 0.

        Args:
            total: How many releases there are.
            stream: Where to write; default: standard error.
        """
        self._stream = stream or sys.stderr
        self._total, self._done = total, 0
        self._bar, self._said = self._stream.isatty(), time.monotonic()

    def add(self, count: int) -> None:
        """Counts releases that are written.

        Args:
            count: How many more.
        """
        self._done += count
        if self._total < _FEW:
            return
        if self._bar:
            full = _WIDTH * self._done // self._total
            self._stream.write(f"\r[{'#' * full:{_WIDTH}}] {self._done}/{self._total} releases")
        elif time.monotonic() - self._said >= _SECONDS:
            self._said = time.monotonic()
            self._stream.write(f"{self._done} of {self._total} releases are synthesized\n")
        self._stream.flush()

    def end(self) -> None:
        """Takes the bar away, so that errors begin at the start of a line."""
        if self._bar and self._done:
            self._stream.write(f"\r{' ' * (_WIDTH + 30)}\r")
            self._stream.flush()
