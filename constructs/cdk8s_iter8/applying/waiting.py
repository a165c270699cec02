"""Waits for what a cluster does in its own time."""

import time
from collections.abc import Callable, Iterator, Sequence

from cdk8s_iter8.validation.problem import printable

_FIRST, _LONGEST = 0.05, 1.0
_AGAIN = 30.0
"""Seconds after which what is waited for is told again."""


class WaitError(Exception):
    """The time is over; `lines` say what was still waited for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(map(printable, lines))
        super().__init__("\n".join(self.lines))


def waiting(pending: Callable[[], Sequence[str]], seconds: float, given_up: str = "") -> Iterator[str]:
    """Waits until nothing is pending; yields a line for everything that comes to be waited for.

    Args:
        pending: Says what is still waited for, a line each; empty: nothing is.
        seconds: How long to wait.
        given_up: What follows from giving up, for the error's last line.

    Raises:
        WaitError: The time is over.
    """
    deadline, pause = time.monotonic() + seconds, _FIRST
    told: set[str] = set()
    told_at = time.monotonic()
    while left := pending():
        now = time.monotonic()
        if now - told_at > _AGAIN:
            told.clear()
        for line in left:
            if line not in told:
                told.add(line)
                told_at = now
                yield printable(f"  waits: {line}")
        if now >= deadline:
            raise WaitError([*left, *([given_up] if given_up else [])])
        time.sleep(min(pause, max(deadline - now, 0)))
        pause = min(pause * 1.5, _LONGEST)
