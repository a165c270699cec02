"""Lists the objects of a type and follows their changes, for as long as the controller runs."""

import logging
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import GVR, Object
from cdk8s_iter8.cluster.permission import missing_rule
from cdk8s_iter8.engine.api import API, pause
from cdk8s_iter8.engine.metrics import WATCHES

_log = logging.getLogger(__name__)

_PAGE = "500"
_GONE = 410
_ABSENT_PAUSE, _FIRST_PAUSE, _LONGEST_PAUSE = 5.0, 0.2, 10.0


class State(Enum):
    """What is known of a type's objects."""

    UNKNOWN = "not listed yet"
    LISTED = "listed"
    ABSENT = "no such type in the cluster"
    FORBIDDEN = "may not be listed or watched"
    FAILED = "cannot be listed now"


@dataclass
class ListAndWatch:
    """One list and one watch of a type.

    Attributes:
        api: The cluster.
        gvr: The type.
        selector: The label selector.
        namespace: The only namespace to look at; None for all.
        replace: Is called with all objects after a list.
        change: Is called for each change, with ``ADDED``, ``MODIFIED`` or ``DELETED`` and the object.
        turned: Is called when `state` has changed.
    """

    api: API
    gvr: GVR
    selector: str
    namespace: str | None
    replace: Callable[[Iterable[Object]], None]
    change: Callable[[str, Object], None]
    turned: Callable[[], None]
    state: State = State.UNKNOWN
    _version: str | None = field(default=None, init=False)
    _pause: float = field(default=_FIRST_PAUSE, init=False)

    @property
    def is_known(self) -> bool:
        """Whether all objects are known; of a type that the cluster does not have there are none."""
        return self.state in (State.LISTED, State.ABSENT)

    async def run(self) -> None:
        """Lists and watches until it is cancelled."""
        while True:
            try:
                if self._version is None:
                    await self._list()
                await self._watch()
            except APIError as error:
                await self._failed(error)
            except Exception:  # one unexpected object must not end the controller
                _log.exception("%s", self.gvr)
                self._version = None
                await pause(_LONGEST_PAUSE)

    async def _list(self) -> None:
        items: list[Object] = []
        query = {"labelSelector": self.selector, "limit": _PAGE}
        while True:
            page = await self.api.get(self.gvr.path(self.namespace), **query)
            items += page.get("items") or ()
            token = page["metadata"].get("continue")
            if not token:
                break
            query["continue"] = token
        WATCHES.labels(str(self.gvr)).inc()
        if self.state is State.ABSENT:
            _log.info("%s is there now", self.gvr)
        self.replace(items)
        self._version = page["metadata"]["resourceVersion"]
        self._turn(State.LISTED)

    async def _watch(self) -> None:
        query = {
            "labelSelector": self.selector,
            "resourceVersion": self._version or "",
            "allowWatchBookmarks": "true",
            "timeoutSeconds": str(random.randint(300, 600)),  # noqa: S311
        }
        async for event in self.api.watch(self.gvr.path(self.namespace), query):
            kind, item = event["type"], event["object"]
            if kind == "ERROR":
                raise APIError(int(item.get("code") or 0), str(item.get("reason")), str(item.get("message")))
            self._version = item["metadata"]["resourceVersion"]
            self._pause = _FIRST_PAUSE
            if kind != "BOOKMARK":
                self.change(kind, item)

    async def _failed(self, error: APIError) -> None:
        if error.status == _GONE:  # the place to go on from is too old
            self._version = None
            return
        if error.status == 404:
            if self.state is not State.ABSENT:
                _log.info("the cluster has no %s; they are taken up when they appear", self.gvr)
                self.replace(())
            self._version = None
            self._turn(State.ABSENT)
            await pause(_ABSENT_PAUSE)
            return
        if error.status == 403:
            if self.state is not State.FORBIDDEN:
                _log.error("%s: not permitted; the missing rule: %s", self.gvr, missing_rule(self.gvr, "list", "watch"))
            self._turn(State.FORBIDDEN)
        else:
            if self.state is State.UNKNOWN:
                self._turn(State.FAILED)
            _log.log(logging.WARNING if self._pause > 1 else logging.INFO, "%s: %s", self.gvr, error)
        await pause(error.retry_after or self._pause)
        self._pause = min(_LONGEST_PAUSE, self._pause * 2)

    def _turn(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.turned()
