"""Decides, without side effects, when the finalizer is put on a version's object and taken off.

The finalizer holds a deletion up until no route sends requests to the object. It is on an object only while a route
sends requests there, and a little longer.
"""

from dataclasses import dataclass
from enum import Enum

LINGER = 60.0
"""Seconds that the finalizer stays on an object that left the route and is not being deleted. So a version that turns
ready and unready again and again costs no further requests."""

LONGEST = 30.0
"""Seconds that a deletion is held up at most, whatever happens to the route."""


class Action(Enum):
    """What to do with the finalizer now."""

    NOTHING = "nothing"
    ADD = "add"
    RELEASE = "release"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Draining:
    """What is known of one object.

    Attributes:
        has_finalizer: Whether it has the finalizer.
        deleting: Whether it is being deleted.
        serving: Whether a route sends requests to it, or is about to.
        left_at: When the route without it was applied, or it was first seen without a routemap; None: not yet.
        deleting_since: When its deletion was first seen.
    """

    has_finalizer: bool
    deleting: bool
    serving: bool
    left_at: float | None = None
    deleting_since: float | None = None


def finalizer_action(draining: Draining, now: float, delay: float) -> tuple[Action, float]:
    """Decides what to do.

    Args:
        draining: What is known of the object.
        now: The time, in seconds.
        delay: Seconds from the route without the object until its deletion goes on, for proxies to learn of the route.

    Returns:
        The action, and for `Action.WAIT` when to ask again.

    Example:
        >>> finalizer_action(Draining(True, True, False, left_at=10.0, deleting_since=9.9), 11.0, 5.0)
        (<Action.WAIT: 'wait'>, 15.0)
    """
    if not draining.has_finalizer:
        return (Action.ADD, now) if draining.serving and not draining.deleting else (Action.NOTHING, now)
    if draining.deleting:
        return _deleted(draining, now, delay)
    if draining.serving:
        return Action.NOTHING, now
    release_at = (now if draining.left_at is None else draining.left_at) + LINGER
    return (Action.RELEASE, now) if now >= release_at else (Action.WAIT, release_at)


def _deleted(draining: Draining, now: float, delay: float) -> tuple[Action, float]:
    since = now if draining.deleting_since is None else draining.deleting_since
    release_at = since + max(LONGEST, delay)
    if not draining.serving and draining.left_at is not None:
        release_at = min(release_at, draining.left_at + delay)
    return (Action.RELEASE, now) if now >= release_at else (Action.WAIT, release_at)
