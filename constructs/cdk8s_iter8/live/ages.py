"""How long ago something was, as kubectl writes it."""

from collections.abc import Callable
from datetime import UTC, datetime


def moment(text: object) -> datetime | None:
    """Reads a time as the API server writes it; None: it is none.

    Example:
        >>> moment("2026-01-02T03:04:05Z")
        datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
    """
    if not isinstance(text, str):
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def age(since: datetime | None, now: datetime) -> str:
    """Writes how long ago a time was (k8s.io/apimachinery duration.HumanDuration); empty: no time is known.

    Example:
        >>> age(moment("2026-01-01T00:00:00Z"), datetime(2026, 1, 1, 0, 2, 5, tzinfo=UTC))
        '2m5s'
    """
    if since is None:
        return ""
    seconds = max(0, int((now - since).total_seconds()))
    return next(words(seconds) for below, words in _WORDS if seconds < below)


def _two(first: int, unit: str, second: int, smaller: str) -> str:
    return f"{first}{unit}{second}{smaller}" if second else f"{first}{unit}"


_MINUTE, _HOUR, _DAY, _YEAR = 60, 3600, 86400, 365 * 86400
_WORDS: tuple[tuple[float, Callable[[int], str]], ...] = (
    (2 * _MINUTE, lambda seconds: f"{seconds}s"),
    (10 * _MINUTE, lambda seconds: _two(seconds // _MINUTE, "m", seconds % _MINUTE, "s")),
    (3 * _HOUR, lambda seconds: f"{seconds // _MINUTE}m"),
    (8 * _HOUR, lambda seconds: _two(seconds // _HOUR, "h", seconds % _HOUR // _MINUTE, "m")),
    (2 * _DAY, lambda seconds: f"{seconds // _HOUR}h"),
    (8 * _DAY, lambda seconds: _two(seconds // _DAY, "d", seconds % _DAY // _HOUR, "h")),
    (2 * _YEAR, lambda seconds: f"{seconds // _DAY}d"),
    (8 * _YEAR, lambda seconds: _two(seconds // _YEAR, "y", seconds % _YEAR // _DAY, "d")),
    (float("inf"), lambda seconds: f"{seconds // _YEAR}y"),
)
