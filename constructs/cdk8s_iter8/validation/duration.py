"""Durations in Go's format, such as ``15m`` or ``1h30m``."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from cdk8s_iter8.validation.scalars import rule

_SECONDS = {
    "ns": Decimal("1e-9"),
    "us": Decimal("1e-6"),
    "µs": Decimal("1e-6"),
    "μs": Decimal("1e-6"),
    "ms": Decimal("1e-3"),
    "s": Decimal(1),
    "m": Decimal(60),
    "h": Decimal(3600),
}
_PART = r"([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)"
_LONGEST = 64  # characters
_MOST = Decimal(2**63 - 1) / 10**9  # the largest time.Duration of Go


def seconds(duration: str) -> Decimal:
    """Returns a duration in seconds.

    Example:
        >>> seconds("1h30m")
        Decimal('5400')
    """
    return sum((Decimal(number) * _SECONDS[unit] for number, unit in re.findall(_PART, duration)), Decimal(0))


def nanoseconds(text: str) -> int | None:
    """Returns how long a duration is as Go's ``time.ParseDuration`` reads it; None: it is none, or too long.

    Example:
        >>> nanoseconds("1.5s"), nanoseconds("-1h"), nanoseconds("0"), nanoseconds("90")
        (1500000000, -3600000000000, 0, None)
    """
    sign, length = (-1, text[1:]) if text.startswith("-") else (1, text.removeprefix("+"))
    if length == "0":
        return 0
    if len(text) > _LONGEST or not re.fullmatch(f"({_PART})+", length) or seconds(length) > _MOST:
        return None
    return sign * int(seconds(length) * 10**9)


def _bounded(duration: str) -> str:
    if not 1 <= seconds(duration) <= _MOST:
        raise ValueError
    return duration


Duration = Annotated[
    str,
    StringConstraints(pattern=rf"^\+?({_PART})+$", max_length=_LONGEST),
    AfterValidator(_bounded),
    rule("a duration of Go (numbers with units, such as 15m or 1h30m, at least 1s)"),
]
