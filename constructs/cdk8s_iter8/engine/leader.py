"""Leader election by a Lease: one replica works, the others watch and wait."""

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kubernetes.aio.client import ApiException
from kubernetes.aio.leaderelection.electionconfig import Config
from kubernetes.aio.leaderelection.leaderelection import LeaderElection
from kubernetes.aio.leaderelection.leaderelectionrecord import LeaderElectionRecord
from kubernetes.aio.leaderelection.resourcelock.baselock import BaseLock

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import GVR, Object
from cdk8s_iter8.cluster.permission import missing_rule
from cdk8s_iter8.engine.api import API
from cdk8s_iter8.engine.metrics import LEADER

_log = logging.getLogger(__name__)

# A leader that cannot renew gives up after _RETRY + _DEADLINE + _CALL = 9 s, before its lease of 10 s has passed. A
# standby sees a renewal at most _RETRY late and looks every _RETRY seconds, so it takes over within 14 s.
_LEASE, _DEADLINE, _RETRY, _CALL = 10, 5, 2, 2

_LEASES = GVR("coordination.k8s.io", "v1", "leases")


class _Lock(BaseLock):
    """The Lease. The library's own lock refuses its own arguments when it creates one (kubernetes 37)."""

    def __init__(self, api: API, namespace: str, name: str, identity: str) -> None:
        super().__init__(name, namespace, identity)
        self.api, self.path = api, _LEASES.path(namespace, name)
        self.lease: Object = {}

    async def get(self, name: str, namespace: str) -> Any:  # noqa: ARG002 - the library's arguments are `self`'s
        try:
            async with asyncio.timeout(_CALL):  # wait_for can swallow the cancellation that ends the controller
                self.lease = await self.api.get(self.path)
        except (APIError, TimeoutError) as error:
            return False, self._failed(error)
        spec = self.lease.get("spec") or {}
        keys = ("holderIdentity", "leaseDurationSeconds", "acquireTime", "renewTime")
        return True, LeaderElectionRecord(*(str(spec[key]) if spec.get(key) else None for key in keys))

    async def create(self, name: str, namespace: str, election_record: LeaderElectionRecord) -> bool:  # noqa: ARG002
        body = {"metadata": {"name": self.name, "namespace": self.namespace}, "spec": self._spec({})}
        return await self._write(self.api.post(_LEASES.path(self.namespace), body))

    async def update(self, name: str, namespace: str, updated_record: LeaderElectionRecord) -> bool:  # noqa: ARG002
        body = {**self.lease, "spec": self._spec(self.lease.get("spec") or {})}
        return await self._write(self.api.put(self.path, body))

    async def release(self) -> None:
        """Gives the Lease back, so that a standby need not wait for its end."""
        exists, _ = await self.get(self.name, self.namespace)
        spec = self.lease.get("spec") or {}
        if exists and spec.get("holderIdentity") == self.identity:
            await self._write(self.api.put(self.path, {**self.lease, "spec": {**spec, "holderIdentity": ""}}))

    def _spec(self, former: Object) -> Object:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        mine = former.get("holderIdentity") == self.identity
        transitions = int(former.get("leaseTransitions") or 0)
        return {
            "holderIdentity": self.identity,
            "leaseDurationSeconds": _LEASE,
            "acquireTime": former["acquireTime"] if mine and former.get("acquireTime") else now,
            "renewTime": now,
            "leaseTransitions": transitions if mine or not former else transitions + 1,
        }

    async def _write(self, call: Coroutine[Any, Any, Object]) -> bool:
        try:
            async with asyncio.timeout(_CALL):
                self.lease = await call
        except (APIError, TimeoutError) as error:
            self._failed(error)
            return False
        return True

    def _failed(self, error: APIError | TimeoutError) -> ApiException:
        status = error.status if isinstance(error, APIError) else 0
        if status == 403:
            rule = missing_rule(_LEASES, "get", "create", "update")
            _log.error("the Lease %s/%s: not permitted; the missing rule: %s", self.namespace, self.name, rule)
        elif status not in (404, 409):
            said = str(error) if isinstance(error, APIError) else "no answer in time"
            _log.warning("the Lease %s/%s: %s", self.namespace, self.name, said)
        return ApiException(status=status, reason=str(error), body=json.dumps({"code": status}))


@dataclass
class Leader:
    """Runs work while this replica holds the Lease.

    Attributes:
        api: The cluster.
        namespace: The Lease's namespace.
        name: The Lease's name.
        identity: This replica's name, other than every other's.
        work: Makes what is done as the leader; it is cancelled when the Lease is lost.
    """

    api: API
    namespace: str
    name: str
    identity: str
    work: Callable[[], Coroutine[Any, Any, None]]

    async def run(self) -> None:
        """Waits for the Lease, works, and waits again, until it is cancelled; then gives the Lease back."""
        logging.getLogger("kubernetes.aio.leaderelection").setLevel(logging.CRITICAL)  # `_Lock` says what fails
        while True:
            await self._term()

    async def _term(self) -> None:
        lock = _Lock(self.api, self.namespace, self.name, self.identity)
        working: list[asyncio.Task[None]] = []

        async def lead() -> None:
            LEADER.set(1)
            _log.info("%s is the leader", self.identity)
            working.append(asyncio.create_task(self.work()))
            await working[0]

        async def lost() -> None:
            _log.warning("%s has lost the Lease %s/%s", self.identity, self.namespace, self.name)

        election = LeaderElection(Config(lock, _LEASE, _DEADLINE, _RETRY, lead, lost))
        try:
            await election.run()
        finally:
            LEADER.set(0)
            for task in working:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
            if working:
                await lock.release()
