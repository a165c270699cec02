"""A controller that runs against a cluster in memory for the length of a test."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import yaml

from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.engine.controller import Controller
from tests.support import engine_objects
from tests.support.fake_api import FakeAPI

CMS = "/api/v1/namespaces/default/configmaps"
KSVCS = "/apis/serving.knative.dev/v1/namespaces/default/services"
VSS = "/apis/networking.istio.io/v1beta1/namespaces/default/virtualservices"
ROUTE = f"{VSS}/hello"
ROUTEMAP = f"{CMS}/hello-routemap"
FINALIZER = "iter8.tools/finalizer"


@dataclass
class Running:
    """A controller and its cluster."""

    api: FakeAPI
    controller: Controller

    async def eventually(self, check: Callable[[], Any], seconds: float = 3) -> None:
        """Waits until a check holds; a missing object is as good as a check that does not hold."""
        deadline = asyncio.get_running_loop().time() + seconds
        while True:
            with contextlib.suppress(LookupError):
                if check():
                    return
            assert asyncio.get_running_loop().time() < deadline, f"not in {seconds} s: {self.api.events()}"
            await asyncio.sleep(0.005)

    async def idle(self) -> None:
        """Waits until there is nothing left to do."""
        for _ in range(3):
            await asyncio.sleep(0.02)
            await self.eventually(lambda: not len(self.controller.queue))

    def shares(self) -> dict[str, int]:
        """The weight of each destination of the route."""
        destinations = self.api.objects[ROUTE]["spec"]["http"][0]["route"]
        return {destination["destination"]["host"]: destination["weight"] for destination in destinations}


def released(api: FakeAPI, text: str | None = None, *, ready: str = "True") -> None:
    """Puts a release of two versions into the cluster: the versions, then the routemap."""
    for name, weight in (("hello-0", "30"), ("hello-1", "70")):
        api.put_in(f"{KSVCS}/{name}", engine_objects.ksvc(name, ready))
        api.put_in(f"{CMS}/{name}-weight-config", engine_objects.weight_config(name, weight))
    api.put_in(ROUTEMAP, engine_objects.routemap(engine_objects.spec() if text is None else text))


def respecified(api: FakeAPI, change: Callable[[Object], None]) -> None:
    """Changes the data in the routemap's `strSpec`."""

    def edit(item: Object) -> None:
        data = yaml.safe_load(item["data"]["strSpec"])
        change(data)
        item["data"]["strSpec"] = yaml.safe_dump(data)

    api.edit(ROUTEMAP, edit)


@contextlib.asynccontextmanager
async def running(api: FakeAPI, **settings: Any) -> AsyncIterator[Running]:
    """Runs a controller; it is ended as by SIGTERM."""
    controller = Controller(api, engine_objects.settings(**settings))
    task = asyncio.ensure_future(controller.run())
    try:
        yield Running(api, controller)
        if task.done():
            await task
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait_for(task, 5)


def set_ready(api: FakeAPI, name: str, status: str) -> None:
    """Sets the condition Ready of a version's Knative Service."""

    def change(item: Object) -> None:
        item["status"]["conditions"][0]["status"] = status

    api.edit(f"{KSVCS}/{name}", change)


def weigh(api: FakeAPI, name: str, weight: str) -> None:
    """Overrides a version's weight by the annotation of its weight-config."""
    api.edit(
        f"{CMS}/{name}-weight-config",
        lambda item: item["metadata"]["annotations"].update({"iter8.tools/weight": weight}),
    )


def with_release(
    test: Callable[[Running], Awaitable[None]], prepare: Callable[[FakeAPI], None] = released, **settings: Any
) -> FakeAPI:
    """Runs a test with a controller; returns the cluster as it was left."""
    api = FakeAPI()
    prepare(api)

    async def run() -> None:
        async with running(api, **settings) as controller:
            await test(controller)

    asyncio.run(run())
    return api


def finalizers(api: FakeAPI, name: str) -> list[str]:
    """The finalizers of a version's Knative Service."""
    return list(api.objects[f"{KSVCS}/{name}"]["metadata"].get("finalizers", ()))
