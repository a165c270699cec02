"""Leader election: one at a time, and never two while the API server is away."""

import asyncio
import contextlib
from collections.abc import Callable

import pytest

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.engine import leader as leaders
from cdk8s_iter8.engine.leader import Leader
from tests.support.fake_api import FakeAPI

LEASE = "/apis/coordination.k8s.io/v1/namespaces/system/leases/cdk8s-iter8"


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """As short as the library allows."""
    for name, value in (("_LEASE", 3), ("_DEADLINE", 2), ("_RETRY", 1), ("_CALL", 0.5)):
        monkeypatch.setattr(leaders, name, value)


class Replica:
    """A replica whose work is to note when it works."""

    def __init__(self, api: FakeAPI, name: str) -> None:
        self.works = False
        self.leader = Leader(api, "system", "cdk8s-iter8", name, self.work)

    async def work(self) -> None:
        self.works = True
        try:
            await asyncio.Event().wait()
        finally:
            self.works = False


async def until(check: Callable[[], bool], seconds: float) -> None:
    deadline = asyncio.get_running_loop().time() + seconds
    while not check():
        assert asyncio.get_running_loop().time() < deadline
        await asyncio.sleep(0.01)


async def end(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


def test_the_lease_bounds_leave_no_time_for_two() -> None:
    assert leaders._RETRY + leaders._DEADLINE + leaders._CALL < leaders._LEASE
    assert leaders._RETRY + leaders._LEASE + leaders._RETRY < 15


def test_a_lease_is_given_back_at_the_end() -> None:
    async def run() -> None:
        api = FakeAPI()
        first = Replica(api, "first")
        task = asyncio.create_task(first.leader.run())
        await until(lambda: first.works, 3)
        spec = api.objects[LEASE]["spec"]
        assert spec["holderIdentity"] == "first"
        assert spec["renewTime"].endswith("Z")
        await end(task)
        assert not first.works
        assert api.objects[LEASE]["spec"]["holderIdentity"] == ""

    asyncio.run(run())


@pytest.mark.usefixtures("fast")
def test_a_leader_that_is_cut_off_is_followed_and_two_never_work_at_once() -> None:
    async def run() -> None:
        cluster = FakeAPI()
        first, second = Replica(cluster, "first"), Replica(cluster, "second")
        cut_off = first.leader.api = Connection(cluster)
        one = asyncio.create_task(first.leader.run())
        await until(lambda: first.works, 3)
        two = asyncio.create_task(second.leader.run())
        watched = asyncio.create_task(never_both(first, second))
        await asyncio.sleep(1.5)
        assert not second.works
        cut_off.refuse = lambda _method, _path: APIError(0, "NoAnswer", "away")
        await until(lambda: second.works, 10)
        assert cluster.objects[LEASE]["spec"]["holderIdentity"] == "second"
        assert cluster.objects[LEASE]["spec"]["leaseTransitions"] == 1
        assert not watched.done()
        for task in (one, two, watched):
            await end(task)

    asyncio.run(run())


def test_it_ends_also_when_an_answer_comes_in_the_same_moment() -> None:
    async def run() -> None:
        api = FakeAPI()
        answer: asyncio.Future[Object] = asyncio.get_running_loop().create_future()

        async def get(_path: str, **_query: str) -> Object:
            return await answer

        api.get = get  # type: ignore[method-assign, assignment]
        task = asyncio.create_task(Replica(api, "first").leader.run())
        await asyncio.sleep(0.05)
        answer.set_exception(APIError(0, "NoAnswer", "away"))
        await asyncio.sleep(0)
        task.cancel()
        done, _ = await asyncio.wait({task}, timeout=1)
        assert done

    asyncio.run(run())


class Connection(FakeAPI):
    """A connection of its own to a cluster."""

    def __init__(self, cluster: FakeAPI) -> None:
        super().__init__()
        self.objects = cluster.objects
        self.version = 10_000


async def never_both(first: Replica, second: Replica) -> None:
    while not (first.works and second.works):
        await asyncio.sleep(0.005)
