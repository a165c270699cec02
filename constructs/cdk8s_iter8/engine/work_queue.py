"""A queue of keys. A key waits in it once, however often it is added, and has one worker at a time."""

import asyncio
import heapq
import random
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

_FIRST_DELAY, _LONGEST_DELAY = 0.2, 30.0


@dataclass
class WorkQueue(Generic[K]):
    """Keys to work on, first come first served.

    Attributes:
        since: When each waiting key was first added, for how long an event has waited.
    """

    since: dict[K, float] = field(default_factory=dict)
    _working: set[K] = field(default_factory=set)
    _again: dict[K, float] = field(default_factory=dict)
    _failures: dict[K, int] = field(default_factory=dict)
    _later: list[tuple[float, int, K]] = field(default_factory=list)
    _due: dict[K, float] = field(default_factory=dict)
    _count: int = 0
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    def __len__(self) -> int:
        return len(self.since)

    def add(self, key: K) -> None:
        """Adds a key to be worked on as soon as a worker is free."""
        now = asyncio.get_running_loop().time()
        if key in self._working:
            self._again.setdefault(key, now)
        elif key not in self.since:
            self.since[key] = now
            self._wake.set()

    def add_at(self, key: K, when: float) -> None:
        """Adds a key at a time of the event loop; of several times the first counts."""
        if key in self._due and self._due[key] <= when:
            return
        self._due[key] = when
        self._count += 1
        heapq.heappush(self._later, (when, self._count, key))
        self._wake.set()

    def retry(self, key: K) -> float:
        """Adds a key that failed, later with every failure and a little by chance; returns the delay in seconds."""
        failures = self._failures[key] = self._failures.get(key, 0) + 1
        delay: float = min(_LONGEST_DELAY, _FIRST_DELAY * 2.0 ** min(failures - 1, 16)) * random.uniform(0.8, 1.2)  # noqa: S311
        self.add_at(key, asyncio.get_running_loop().time() + delay)
        return delay

    def forget(self, key: K) -> None:
        """Forgets the failures of a key."""
        self._failures.pop(key, None)

    async def take(self) -> tuple[K, float]:
        """Returns the next key and when it was added; `done` must follow."""
        while True:
            self._release_due()
            if self.since:
                key = next(iter(self.since))
                added = self.since.pop(key)
                self._working.add(key)
                return key, added
            self._wake.clear()
            try:
                async with asyncio.timeout(self._until_due()):  # wait_for can swallow a cancellation
                    await self._wake.wait()
            except TimeoutError:
                continue

    def done(self, key: K) -> None:
        """Says that the work on a key is done."""
        self._working.discard(key)
        if key in self._again:
            self.since.setdefault(key, self._again.pop(key))
            self._wake.set()

    def clear(self) -> None:
        """Forgets everything."""
        self.since.clear()
        self._working.clear()
        self._again.clear()
        self._failures.clear()
        self._later.clear()
        self._due.clear()

    def _release_due(self) -> None:
        now = asyncio.get_running_loop().time()
        while self._later and self._later[0][0] <= now:
            when, _, key = heapq.heappop(self._later)
            if self._due.get(key) == when:
                del self._due[key]
                self.add(key)

    def _until_due(self) -> float | None:
        if not self._later:
            return None
        return max(0.0, self._later[0][0] - asyncio.get_running_loop().time())
