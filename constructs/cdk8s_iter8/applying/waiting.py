"""Waits for what a cluster does by itself."""

import time
from collections.abc import Callable, Iterator, Sequence

from cdk8s_iter8.applying.step import Waits
from cdk8s_iter8.validation.problem import printable

_FIRST, _LONGEST = 0.05, 1.0


class WaitError(Exception):
    """The time is over; `lines` say what was still waited for."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(map(printable, lines))
        super().__init__("\n".join(self.lines))


def waiting(pending: Callable[[], Sequence[str]], seconds: float, given_up: str = "") -> Iterator[Waits]:
    """Waits until nothing is pending; yields what it waits for, again and again.

    Args:
        pending: Says what is still waited for, a line each; empty: nothing is.
        seconds: How long to wait.
        given_up: What follows from giving up, for the error's last line.

    Raises:
        WaitError: The time is over.
    """
    deadline, pause = time.monotonic() + seconds, _FIRST
    while left := pending():
        yield Waits(tuple(map(printable, left)))
        now = time.monotonic()
        if now >= deadline:
            raise WaitError([*left, *([f"waited {seconds:g} s: {given_up}"] if given_up else [])])
        time.sleep(min(pause, max(deadline - now, 0)))
        pause = min(pause * 1.5, _LONGEST)
