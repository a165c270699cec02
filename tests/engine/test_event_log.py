"""Events: each thing once, the newest of many, and never a reason to stop."""

import asyncio

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import RoutemapKey
from cdk8s_iter8.engine.event_log import EventLog
from tests.support.fake_api import FakeAPI

KEY = RoutemapKey("default", "hello-routemap")


def said(*calls: tuple[str, str, str], refuse: bool = False, seconds: float = 0.1) -> list[tuple[str, str]]:
    """Says things one after the other, and returns the Events."""
    api = FakeAPI()
    if refuse:
        api.refuse = lambda _method, _path: APIError(403, "Forbidden", "no")

    async def run() -> None:
        log = EventLog(api, "pod-0")
        task = asyncio.create_task(log.run())
        for how, reason, message in calls:
            getattr(log, how)(KEY, "uid", reason, message)
            await asyncio.sleep(0.01)
        await asyncio.sleep(seconds)
        assert not task.done()
        task.cancel()

    asyncio.run(run())
    return api.events()


def test_a_warning_is_said_once() -> None:
    assert said(*[("warning", "RouteRefused", "no")] * 5) == [("RouteRefused", "no")]


def test_another_warning_is_said_too() -> None:
    calls = [("warning", "RouteRefused", "no"), ("warning", "TemplateRefused", "no")]
    assert said(*calls) == [("RouteRefused", "no"), ("TemplateRefused", "no")]


def test_of_a_burst_the_first_and_the_last_are_written() -> None:
    calls = [("normal", "RouteApplied", str(number)) for number in range(20)]
    assert said(*calls, seconds=1.2) == [("RouteApplied", "0"), ("RouteApplied", "19")]


def test_long_and_odd_messages_are_cut_and_escaped() -> None:
    ((_, message),) = said(("warning", "RouteRefused", "a\n\x1b[31m" + "b" * 5000))
    assert len(message) == 1000
    assert message.startswith("a\\n\\x1b[31m")


def test_an_event_that_is_refused_is_lost_and_nothing_else() -> None:
    assert said(("warning", "RouteRefused", "no"), refuse=True) == []
