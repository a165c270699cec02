"""The queue: a key once, never two workers on one key, failures later and later."""

import asyncio

from cdk8s_iter8.engine.work_queue import WorkQueue


def test_a_key_waits_once() -> None:
    async def run() -> None:
        queue: WorkQueue[str] = WorkQueue()
        for key in ("a", "b", "a", "a"):
            queue.add(key)
        assert len(queue) == 2
        assert [(await queue.take())[0] for _ in range(2)] == ["a", "b"]

    asyncio.run(run())


def test_a_key_that_is_worked_on_waits_for_its_worker() -> None:
    async def run() -> None:
        queue: WorkQueue[str] = WorkQueue()
        queue.add("a")
        await queue.take()
        queue.add("a")
        assert len(queue) == 0
        queue.done("a")
        assert (await asyncio.wait_for(queue.take(), 1))[0] == "a"
        queue.done("a")
        assert len(queue) == 0

    asyncio.run(run())


def test_later_keys_come_in_the_order_of_their_times() -> None:
    async def run() -> None:
        queue: WorkQueue[str] = WorkQueue()
        now = asyncio.get_running_loop().time()
        queue.add_at("late", now + 0.06)
        queue.add_at("soon", now + 0.02)
        queue.add_at("late", now + 0.5)
        keys = [(await asyncio.wait_for(queue.take(), 1))[0] for _ in range(2)]
        assert keys == ["soon", "late"]

    asyncio.run(run())


def test_failures_wait_longer_each_time_until_a_bound() -> None:
    async def run() -> None:
        queue: WorkQueue[str] = WorkQueue()
        delays = [queue.retry("a") for _ in range(20)]
        assert delays[0] < 0.3
        assert delays[3] > delays[0] * 3
        assert max(delays) <= 36
        queue.forget("a")
        assert queue.retry("a") < 0.3

    asyncio.run(run())


def test_several_workers_get_different_keys() -> None:
    async def run() -> None:
        queue: WorkQueue[int] = WorkQueue()
        working: set[int] = set()
        done: list[int] = []

        async def work() -> None:
            while True:
                key, _ = await queue.take()
                assert key not in working
                working.add(key)
                await asyncio.sleep(0.001)
                working.discard(key)
                done.append(key)
                queue.done(key)

        workers = [asyncio.create_task(work()) for _ in range(4)]
        for number in range(200):
            queue.add(number % 10)
            if number % 20 == 0:
                await asyncio.sleep(0.002)
        while len(queue) or working:
            await asyncio.sleep(0.01)
        for worker in workers:
            worker.cancel()
        assert set(done) == set(range(10))
        assert len(done) < 200

    asyncio.run(run())
