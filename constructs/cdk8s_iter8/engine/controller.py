"""The controller: puts the watches, the workers and the probes together."""

import asyncio
import functools
import logging
import signal
from dataclasses import dataclass, field

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, GVR, ObjectKey, RoutemapKey
from cdk8s_iter8.cluster.marks import ROUTE_SELECTOR, WATCH_SELECTOR, routemap_selector
from cdk8s_iter8.engine.api import API, connect
from cdk8s_iter8.engine.event_log import EventLog
from cdk8s_iter8.engine.finalizers import Finalizers
from cdk8s_iter8.engine.leader import Leader
from cdk8s_iter8.engine.list_and_watch import ListAndWatch, State
from cdk8s_iter8.engine.metrics import ERRORS, QUEUE, REACTION, ROUTEMAPS
from cdk8s_iter8.engine.probes import Probes
from cdk8s_iter8.engine.reconciler import Reconciler
from cdk8s_iter8.engine.settings import Settings
from cdk8s_iter8.engine.store import Store
from cdk8s_iter8.engine.work_queue import WorkQueue

_log = logging.getLogger(__name__)

_WORKERS = 16
_RESYNC = 900.0
_LONGEST_END = 5.0


@dataclass
class Controller:
    """A replica of the controller."""

    api: API
    settings: Settings
    queue: WorkQueue[RoutemapKey] = field(default_factory=WorkQueue)
    leading: bool = False

    def __post_init__(self) -> None:
        config, settings = self.settings.config, self.settings
        self.store = Store(config, self._changed, self._touched)
        self.finalizers = Finalizers(self.api, self.store, settings.drain_seconds)
        self.events = EventLog(self.api, settings.pod)
        self.unseen: dict[GVR, State] = {}
        self.reconciler = Reconciler(self.api, self.store, self.finalizers, self.events, self.unseen)
        self._known = asyncio.Event()
        watch = functools.partial(ListAndWatch, self.api, namespace=settings.seen_namespace, turned=self._turned)
        self.routemaps = watch(
            gvr=CONFIG_MAPS,
            selector=routemap_selector(settings.iter8_version),
            replace=self.store.replace_routemaps,
            change=self.store.change_routemap,
        )
        self.watches = [self.routemaps]
        for gvr in config.watched:
            replace = functools.partial(self.store.replace_objects, gvr)
            change = functools.partial(self.store.change_object, gvr)
            self.watches.append(watch(gvr=gvr, selector=WATCH_SELECTOR, replace=replace, change=change))
        for gvr in config.applied:
            replace = functools.partial(self.store.replace_routes, gvr)
            change = functools.partial(self.store.change_route, gvr)
            self.watches.append(watch(gvr=gvr, selector=ROUTE_SELECTOR, replace=replace, change=change))

    def not_ready(self) -> list[str]:
        """Returns the types whose objects are not known, a line each."""
        return [f"{watch.gvr} ({watch.selector}): {watch.state.value}" for watch in self.watches if not watch.is_known]

    async def run(self) -> None:
        """Runs until it is cancelled."""
        probes = Probes(self.settings.host, self.settings.port, self.not_ready)
        runner = await probes.start()
        leader = Leader(self.api, self.settings.namespace, self.settings.lease, self.settings.pod, self._lead)
        try:
            async with asyncio.TaskGroup() as tasks:
                for watch in self.watches:
                    tasks.create_task(watch.run())
                tasks.create_task(leader.run())
                tasks.create_task(self.events.run())
        finally:
            await runner.cleanup()

    async def _lead(self) -> None:
        """Works as the leader: everything once, then what changes."""
        await self._known.wait()
        self.leading = True
        self.queue.clear()
        self.finalizers.clear()
        self.reconciler.clear()
        try:
            async with asyncio.TaskGroup() as tasks:
                for _ in range(_WORKERS):
                    tasks.create_task(self._work())
                tasks.create_task(self.finalizers.run())
                tasks.create_task(self._resync())
        finally:
            self.leading = False

    async def _resync(self) -> None:
        while True:
            for key in list(self.store.routemaps):
                self.queue.add(key)
            for object_key in list(self.store.objects):
                self._touched(object_key)
            await asyncio.sleep(_RESYNC)

    async def _work(self) -> None:
        while True:
            key, since = await self.queue.take()
            QUEUE.set(len(self.queue))
            try:
                if await self.reconciler.reconcile(key):
                    self.queue.forget(key)
                    REACTION.observe(asyncio.get_running_loop().time() - since)
                else:
                    self.queue.retry(key)
            except APIError as error:
                ERRORS.labels("APIError").inc()
                delay = self.queue.retry(key)
                _log.warning("routemap %s: %s; again in %.1f s", key, error, delay)
            except Exception:  # one bad release must not hold up the others
                ERRORS.labels("Bug").inc()
                self.queue.retry(key)
                _log.exception("routemap %s", key)
            finally:
                self.queue.done(key)

    def _changed(self, key: RoutemapKey) -> None:
        ROUTEMAPS.set(len(self.store.routemaps))
        if self.leading:
            self.queue.add(key)
            QUEUE.set(len(self.queue))

    def _touched(self, key: ObjectKey) -> None:
        if self.leading:
            self.finalizers.queue.add(key)

    def _turned(self) -> None:
        """Begins the work once every type was tried; one that cannot be listed holds up only routemaps that need it."""
        self.unseen.clear()
        self.unseen.update({watch.gvr: watch.state for watch in self.watches if not watch.is_known})
        if self.routemaps.is_known and all(watch.state is not State.UNKNOWN for watch in self.watches):
            self._known.set()
        for key in list(self.store.routemaps):
            self._changed(key)


async def run(settings: Settings) -> None:
    """Runs a controller until the process is told to end.

    Raises:
        LoginError: There is no cluster to log in to.
    """
    api = await connect()
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    running, told = asyncio.ensure_future(Controller(api, settings).run()), asyncio.ensure_future(ended.wait())
    try:
        await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        running.cancel()
        await asyncio.wait({running}, timeout=_LONGEST_END)  # what is left is ended with the event loop
    finally:
        told.cancel()
        await api.close()
    _log.info("ended")
