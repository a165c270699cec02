"""Waiting for what controllers do in their own time."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def eventually(read: Callable[[], T], expected: Callable[[T], bool], what: str, seconds: float = 15) -> T:
    """Read until the value is as expected, and return it; an AssertionError says what was seen last."""
    deadline = time.monotonic() + seconds
    while True:
        value = read()
        if expected(value):
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not within {seconds} s, last seen: {value!r}")
        time.sleep(0.05)
