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
_MOST = Decimal(2**63 - 1) / 10**9  # the largest time.Duration of Go


def seconds(duration: str) -> Decimal:
    """Returns a duration in seconds.

    Example:
        >>> seconds("1h30m")
        Decimal('5400')
    """
    return sum((Decimal(number) * _SECONDS[unit] for number, unit in re.findall(_PART, duration)), Decimal(0))


def _bounded(duration: str) -> str:
    if not 1 <= seconds(duration) <= _MOST:
        raise ValueError
    return duration


Duration = Annotated[
    str,
    StringConstraints(pattern=rf"^\+?({_PART})+$", max_length=64),
    AfterValidator(_bounded),
    rule("a duration of Go (numbers with units, such as 15m or 1h30m, at least 1s)"),
]
