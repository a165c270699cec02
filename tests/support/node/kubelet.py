"""A small kubelet: binds every Pod to its one node, runs it, and ends it when it is deleted."""

import asyncio
import contextlib
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from tests.support.node.api import API, APIError, Key, Object
from tests.support.node.images import Images
from tests.support.node.pod import Pod

NODE = "node"


class Kubelet:
    """The pods of the node; `seen` is told of every change of a Pod."""

    def __init__(self, api: API, images: Images, directory: Path, address: str) -> None:
        self.api = api
        self.images = images
        self.directory = directory
        self.address = address
        self.running: dict[str, Pod] = {}
        self.ending: set[str] = set()
        self.tasks: set[asyncio.Task[None]] = set()
        self.uids: dict[Key, str] = {}

    async def register(self) -> None:
        """Make the Node."""
        ready = {"type": "Ready", "status": "True"}
        addresses = [{"type": "InternalIP", "address": self.address}]
        node = {
            "metadata": {"name": NODE, "labels": {"kubernetes.io/hostname": NODE}},
            "status": {"conditions": [ready], "addresses": addresses, "capacity": {"cpu": "64", "pods": "1000"}},
        }
        with contextlib.suppress(APIError):
            await self.api.request("POST", "/api/v1/nodes", node)

    def seen(self, key: Key, item: Object | None) -> None:
        """Act on a Pod that is new, being deleted, or gone."""
        if item is None:
            pod = self.running.pop(self.uids.pop(key, ""), None)
            if pod is not None:
                self._do(pod.close())
            return
        uid = item["metadata"]["uid"]
        self.uids[key] = uid
        if "deletionTimestamp" in item["metadata"]:
            if uid in self.running and uid not in self.ending:
                self.ending.add(uid)
                self._do(self.running[uid].stop(item["metadata"].get("deletionGracePeriodSeconds") or 0))
            elif uid not in self.running:
                self._do(self._forget(item))
        elif uid not in self.running:
            pod = Pod(self.api, item, self.images, self.directory, self.address)
            self.running[uid] = pod
            self._do(self._start(pod))

    async def _start(self, pod: Pod) -> None:
        if not pod.item["spec"].get("nodeName"):
            target = {"apiVersion": "v1", "kind": "Node", "name": NODE}
            body = {"metadata": {"name": pod.name}, "target": target}
            await self.api.request("POST", f"{pod.path}/binding", body)
        await pod.start()

    async def _forget(self, item: Object) -> None:
        """A Pod that never ran here has nothing to end."""
        path = f"/api/v1/namespaces/{item['metadata']['namespace']}/pods/{item['metadata']['name']}"
        with contextlib.suppress(APIError):
            await self.api.request("DELETE", path, {"gracePeriodSeconds": 0})

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(self._told(work))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        """A pod that cannot be run says so, and disturbs no other."""
        try:
            await work
        except (APIError, OSError) as error:
            print(f"kubelet: {error!r}", flush=True)
