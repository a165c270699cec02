"""Releases on a real API server: created, changed, and their routes watched."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import yaml

from bench.audit import Audit
from tests.e2e.stack.process import Process

ROOT = Path(__file__).parent.parent
NAMESPACE = "bench"
CORE, KNATIVE = f"/api/v1/namespaces/{NAMESPACE}", f"/apis/serving.knative.dev/v1/namespaces/{NAMESPACE}"
ROUTES = f"/apis/networking.istio.io/v1beta1/namespaces/{NAMESPACE}/virtualservices"
MERGE = {"Content-Type": "application/merge-patch+json"}
APPLY = {"Content-Type": "application/apply-patch+yaml"}
Object = dict[str, Any]


@dataclass
class Releases:
    """Releases of an API server, and their routes as a watch of our own sees them."""

    server: str
    session: aiohttp.ClientSession
    audit: Audit
    servers: tuple[Process, ...]
    routes: dict[str, tuple[dict[str, int], list[str], float]] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Object:
        """One request, which must succeed."""
        data = None if body is None else json.dumps(body)
        given = headers or {"Content-Type": "application/json"}
        async with self.session.request(method, self.server + path, data=data, headers=given) as response:
            answer: Object = await response.json()
            if response.status >= 300:
                raise RuntimeError(f"{method} {path}: {answer}")
            return answer

    async def watch(self) -> None:
        """Keeps `routes` as they are, with the time at which each was seen to change."""
        timeout = aiohttp.ClientTimeout(total=None)
        while True:  # the API server ends the watch of a client that is slow
            listed = await self.call("GET", ROUTES)
            for item in listed["items"]:
                self.see(item)
            query = f"?watch=true&resourceVersion={listed['metadata']['resourceVersion']}"
            async with self.session.get(self.server + ROUTES + query, timeout=timeout) as response:
                async for line in response.content:
                    event = json.loads(line)
                    if event["type"] not in ("ADDED", "MODIFIED"):
                        break
                    self.see(event["object"])

    def see(self, item: Object) -> None:
        """Takes a route, and the time if it has changed."""
        name, destinations = item["metadata"]["name"], item["spec"]["http"][-1]["route"]
        shares = {each["destination"]["host"].partition(".")[0]: each["weight"] for each in destinations}
        known = self.routes.get(name)
        if known is None or known[:2] != (shares, item["spec"]["hosts"]):
            self.routes[name] = shares, item["spec"]["hosts"], time.perf_counter()
            self.changed.set()

    async def until(self, check: Callable[[], bool], seconds: float = 900) -> float:
        """Waits until the routes are as a check wants them, and returns the time."""
        deadline = time.perf_counter() + seconds
        while not check():
            self.changed.clear()
            async with asyncio.timeout(deadline - time.perf_counter()):
                await self.changed.wait()
        return time.perf_counter()

    # --- releases ------------------------------------------------------------------------------

    async def create(self, number: int) -> None:
        """Creates the routemap, the versions and their weight-configs of a release."""
        name = f"app{number}"
        text = (ROOT / "dist" / "hello.k8s.yaml").read_text()
        text = text.replace("namespace: default", f"namespace: {NAMESPACE}").replace(".default", f".{NAMESPACE}")
        for item in yaml.load_all(text.replace("hello-", f"{name}-"), Loader=yaml.CSafeLoader):
            if "strSpec" in item.get("data", {}):
                spec = item["data"]["strSpec"].replace("hello.", f"{name}.").replace("name: hello", f"name: {name}")
                item["data"]["strSpec"] = spec
            if item["apiVersion"] == "v1" and item["kind"] == "Service":
                continue
            await self.call(
                "POST", f"{CORE}/configmaps" if item["kind"] == "ConfigMap" else f"{KNATIVE}/services", item
            )

    async def ready(self, version: str, status: str) -> None:
        """Sets the conditions that Iter8's controller and this project's look at."""
        condition = {"status": {"conditions": [{"type": kind, "status": status} for kind in ("Ready", "RoutesReady")]}}
        await self.call("PATCH", f"{KNATIVE}/services/{version}/status", condition, MERGE)

    async def weigh(self, version: str, weight: int) -> None:
        """Annotates a weight-config."""
        annotations = {"metadata": {"annotations": {"iter8.tools/weight": str(weight)}}}
        await self.call("PATCH", f"{CORE}/configmaps/{version}-weight-config", annotations, MERGE)

    async def host(self, name: str, host: str) -> None:
        """Gives the route another first host, by its routemap."""
        routemap = await self.call("GET", f"{CORE}/configmaps/{name}-routemap")
        lines = routemap["data"]["strSpec"].splitlines()
        place = lines.index("        hosts:") + 1
        lines[place] = f"        - {host}"
        await self.call("PATCH", f"{CORE}/configmaps/{name}-routemap", {"data": {"strSpec": "\n".join(lines)}}, MERGE)

    async def each(self, do: Callable[[int], Awaitable[None]], count: int) -> None:
        """Does something for every release, a few at once."""
        limit = asyncio.Semaphore(16)

        async def one(number: int) -> None:
            async with limit:
                await do(number)

        await asyncio.gather(*(one(number) for number in range(count)))
