"""The API server as the node's parts see it: requests, and collections that follow it."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

Object = dict[str, Any]
Key = tuple[str, str]
"""Namespace and name."""


class APIError(Exception):
    """The API server refused a request."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"{status}: {message}")
        self.status = status


def key(item: Object) -> Key:
    """The namespace and the name of an object."""
    return item["metadata"].get("namespace", ""), item["metadata"]["name"]


class API:
    """A client with the login of one kubeconfig that holds a token and names the certificate's file."""

    def __init__(self, kubeconfig: Path) -> None:
        config = json.loads(kubeconfig.read_text())
        cluster = config["clusters"][0]["cluster"]
        self.server: str = cluster["server"]
        self.certificate: str = cluster["certificate-authority"]
        self.token: str = config["users"][0]["user"]["token"]

    async def __aenter__(self) -> Self:
        context = ssl.create_default_context(cafile=self.certificate)
        self.session = aiohttp.ClientSession(
            self.server,
            connector=aiohttp.TCPConnector(ssl=context, limit=0),
            headers={"Authorization": f"Bearer {self.token}"},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.session.close()

    async def request(self, method: str, path: str, body: Any = None, content: str = "application/json") -> Object:
        """One request; an `APIError` for any answer but 2xx."""
        data = None if body is None else json.dumps(body)
        async with self.session.request(method, path, data=data, headers={"Content-Type": content}) as response:
            text = await response.text()
            if response.status >= 300:
                raise APIError(response.status, text)
            answer: Object = json.loads(text)
            return answer

    async def events(self, path: str, version: str) -> AsyncIterator[Object]:
        """What happens to a collection after a resource version, until the server ends the watch."""
        query = {"watch": "1", "resourceVersion": version}
        timeout = aiohttp.ClientTimeout(total=None)
        async with self.session.get(path, params=query, timeout=timeout) as response:
            buffer = b""
            async for chunk in response.content.iter_any():
                *lines, buffer = (buffer + chunk).split(b"\n")
                for line in lines:
                    yield json.loads(line)


class Collection:
    """The objects of one path, kept up to date; `changed` hears of each change after it is known here."""

    def __init__(self, api: API, path: str, changed: Callable[[Key, Object | None], None]) -> None:
        self.api = api
        self.path = path
        self.changed = changed
        self.items: dict[Key, Object] = {}

    async def follow(self) -> None:
        """List and watch without end; begin again wherever the watch ends."""
        while True:
            try:
                await self._once()
            except (APIError, aiohttp.ClientError, TimeoutError) as error:
                print(f"{self.path}: {error!r}", flush=True)
                await asyncio.sleep(0.5)

    async def _once(self) -> None:
        listed = await self.api.request("GET", self.path)
        now = {key(item): item for item in listed["items"]}
        for gone in self.items.keys() - now.keys():
            self._set(gone, None)
        for object_key, item in now.items():
            self._set(object_key, item)
        async for event in self.api.events(self.path, listed["metadata"]["resourceVersion"]):
            if event["type"] == "ERROR":
                return
            item = event["object"]
            self._set(key(item), None if event["type"] == "DELETED" else item)

    def _set(self, object_key: Key, item: Object | None) -> None:
        if item is None:
            self.items.pop(object_key, None)
        else:
            self.items[object_key] = item
        self.changed(object_key, item)
