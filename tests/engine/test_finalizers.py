"""Versions in a cluster in memory are drained before they go."""

import asyncio

from tests.support import engine_objects
from tests.support.fake_api import FakeAPI
from tests.support.running_engine import (
    FINALIZER,
    KSVCS,
    ROUTE,
    ROUTEMAP,
    Running,
    finalizers,
    released,
    respecified,
    set_ready,
    with_release,
)


def test_a_version_is_drained_before_it_goes() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(lambda: finalizers(engine.api, "hello-1") == [FINALIZER])
        engine.api.remove(f"{KSVCS}/hello-1")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30})
        assert f"{KSVCS}/hello-1" in engine.api.objects  # the delay has begun only now
        await engine.eventually(lambda: f"{KSVCS}/hello-1" not in engine.api.objects)

    with_release(test)


def test_a_version_that_is_pruned_stays_for_the_delay_after_the_route_without_it() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(lambda: finalizers(engine.api, "hello-1") == [FINALIZER])
        respecified(engine.api, lambda data: data["versions"][1].update(resources=[], weight=0))
        engine.api.remove(f"{KSVCS}/hello-1")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30})
        await asyncio.sleep(0.2)
        assert f"{KSVCS}/hello-1" in engine.api.objects
        await engine.eventually(lambda: f"{KSVCS}/hello-1" not in engine.api.objects)

    with_release(test, drain_seconds=0.5)


def test_the_finalizer_is_there_before_the_route() -> None:
    api = with_release(_until_routed)
    patches = [path for method, path in api.calls if method == "PATCH"]
    assert patches.index(ROUTE) > max(patches.index(f"{KSVCS}/hello-{index}") for index in (0, 1))


async def _until_routed(engine: Running) -> None:
    await engine.eventually(engine.shares)


def test_an_unready_version_has_no_finalizer() -> None:
    def prepare(api: FakeAPI) -> None:
        released(api)
        set_ready(api, "hello-1", "False")

    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        await engine.idle()

    api = with_release(test, prepare)
    assert finalizers(api, "hello-0") == [FINALIZER]
    assert finalizers(api, "hello-1") == []


def test_others_finalizers_stay() -> None:
    def prepare(api: FakeAPI) -> None:
        released(api)
        for index in (0, 1):
            api.edit(f"{KSVCS}/hello-{index}", lambda item: item["metadata"].update(finalizers=["a/b"]))

    async def test(engine: Running) -> None:
        await engine.eventually(lambda: finalizers(engine.api, "hello-1") == ["a/b", FINALIZER])
        engine.api.remove(f"{KSVCS}/hello-1")
        await engine.eventually(lambda: finalizers(engine.api, "hello-1") == ["a/b"])

    with_release(test, prepare)


def test_a_deletion_that_waits_for_a_controller_goes_on_when_one_starts() -> None:
    """Also of an object that Iter8's controller has put its finalizer on, and of one whose routemap is gone."""

    def prepare(api: FakeAPI) -> None:
        released(api)
        for name in ("hello-1", "orphan"):
            api.put_in(f"{KSVCS}/{name}", engine_objects.ksvc(name, finalizers=[FINALIZER]))
            api.remove(f"{KSVCS}/{name}")

    async def test(engine: Running) -> None:
        await engine.eventually(lambda: f"{KSVCS}/orphan" not in engine.api.objects)
        await engine.eventually(lambda: f"{KSVCS}/hello-1" not in engine.api.objects)
        assert engine.shares() == {"hello-0": 30}

    with_release(test, prepare)


def test_a_whole_release_goes_in_any_order() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(lambda: finalizers(engine.api, "hello-1") == [FINALIZER])
        for path in (f"{KSVCS}/hello-0", ROUTEMAP, f"{KSVCS}/hello-1"):
            engine.api.remove(path)
        await engine.eventually(lambda: not [path for path in engine.api.objects if path.startswith(KSVCS)])

    with_release(test)
