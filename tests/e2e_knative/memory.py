"""What the whole stack needs of memory: all processes of this run, which has process ids of its own."""

import re
import threading
from contextlib import suppress
from pathlib import Path

EVERY = 5.0
"""Seconds between two looks."""


def used() -> int:
    """The memory of all processes now, in bytes; what several share is counted once (Pss)."""
    total = 0
    for file in Path("/proc").glob("[0-9]*/smaps_rollup"):
        with suppress(OSError):
            total += _pss(file.read_text())
    return total


def _pss(text: str) -> int:
    found = re.search(r"^Pss: +([0-9]+) kB$", text, re.MULTILINE)
    return 1024 * int(found[1]) if found else 0


class Peak:
    """Looks at the memory now and then, in the background; `bytes` is the most that was seen."""

    def __init__(self) -> None:
        self.bytes = 0
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._watch, name="memory", daemon=True)

    def __enter__(self) -> "Peak":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self.thread.join()

    def _watch(self) -> None:
        while True:
            self.bytes = max(self.bytes, used())
            if self.stopped.wait(EVERY):
                return
