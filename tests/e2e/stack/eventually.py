"""Waiting for what controllers do in their own time."""

import os
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = float(os.environ.get("E2E_PATIENCE") or 30)
"""Seconds; Iter8's controller makes ten requests a second at most and works off each event by itself."""


def eventually(read: Callable[[], T], expected: Callable[[T], bool], what: str, seconds: float = PATIENCE) -> T:
    """Read until the value is as expected, and return it; an AssertionError says what was seen last."""
    deadline = time.monotonic() + seconds
    while True:
        value = read()
        if expected(value):
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not within {seconds} s, last seen: {value!r}")
        time.sleep(0.05)
