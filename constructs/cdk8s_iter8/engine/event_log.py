"""Events on routemaps: what users must know, where `kubectl describe` shows it."""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import GVR, RoutemapKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER
from cdk8s_iter8.engine.api import API
from cdk8s_iter8.engine.metrics import EVENTS
from cdk8s_iter8.engine.work_queue import WorkQueue
from cdk8s_iter8.validation.problem import printable

_log = logging.getLogger(__name__)

_EVENTS = GVR("", "v1", "events")
_LONGEST_MESSAGE = 1000  # the API server takes 1,024
_REPEATED_AFTER = 600.0
_FIRST_SPACING, _LONGEST_SPACING = 1.0, 60.0


class _Place(NamedTuple):
    key: RoutemapKey
    uid: str
    reason: str


@dataclass
class _Said:
    message: str
    at: float
    spacing: float


@dataclass
class EventLog:
    """Writes Events in the background: the newest of each reason, a repeated one only after a while."""

    api: API
    identity: str
    _waiting: dict[_Place, str] = field(default_factory=dict)
    _said: dict[_Place, _Said] = field(default_factory=dict)
    _queue: WorkQueue[_Place] = field(default_factory=WorkQueue)

    def normal(self, key: RoutemapKey, uid: str, reason: str, message: str) -> None:
        """Says what happened."""
        _log.info("routemap %s: %s: %s", key, reason, printable(message))
        self._add(_Place(key, uid, reason), message)

    def warning(self, key: RoutemapKey, uid: str, reason: str, message: str) -> None:
        """Says what is wrong; the same Event is written again only after ten minutes."""
        place, now = _Place(key, uid, reason), asyncio.get_running_loop().time()
        said = self._said.get(place)
        if self._waiting.get(place) == message:
            return
        if said is not None and said.message == message and now < said.at + _REPEATED_AFTER:
            return
        _log.warning("routemap %s: %s: %s", key, reason, printable(message))
        self._add(place, message)

    def forget(self, key: RoutemapKey) -> None:
        """Forgets what was said about a routemap."""
        for place in [place for place in self._said if place.key == key]:
            del self._said[place]

    def _add(self, place: _Place, message: str) -> None:
        self._waiting[place] = message
        said = self._said.get(place)
        self._queue.add_at(place, 0.0 if said is None else said.at + said.spacing)

    async def run(self) -> None:
        """Writes until it is cancelled."""
        while True:
            place, _ = await self._queue.take()
            message = self._waiting.pop(place, None)
            self._queue.done(place)
            if message is not None:
                await self._write(place, message)

    async def _write(self, place: _Place, message: str) -> None:
        now, said = asyncio.get_running_loop().time(), self._said.get(place)
        busy = said is not None and now < said.at + _LONGEST_SPACING
        spacing = min(_LONGEST_SPACING, said.spacing * 1.5) if said is not None and busy else _FIRST_SPACING
        self._said[place] = _Said(message, now, spacing)
        try:
            await self.api.post(_EVENTS.path(place.key.namespace), self._event(place, message))
        except APIError as error:
            EVENTS.labels("lost").inc()
            _log.info("the event for %s is lost: %s", place.key, error)
        else:
            EVENTS.labels("written").inc()

    def _event(self, place: _Place, message: str) -> dict[str, object]:
        stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        text = printable(message)
        return {
            "metadata": {"generateName": f"{place.key.name[:200]}.", "namespace": place.key.namespace},
            "involvedObject": {
                "apiVersion": "v1",
                "kind": "ConfigMap",
                "namespace": place.key.namespace,
                "name": place.key.name,
                "uid": place.uid,
            },
            "type": "Normal" if place.reason in NORMAL else "Warning",
            "reason": place.reason,
            "message": text if len(text) <= _LONGEST_MESSAGE else f"{text[: _LONGEST_MESSAGE - 1]}…",
            "source": {"component": FIELD_MANAGER},
            "reportingComponent": FIELD_MANAGER,
            "reportingInstance": self.identity[:128],
            "firstTimestamp": stamp,
            "lastTimestamp": stamp,
            "count": 1,
        }


NORMAL = frozenset({"VersionReady", "RouteApplied", "RouteDeleted"})
"""The reasons of what is as it should be."""
