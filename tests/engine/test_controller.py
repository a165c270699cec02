"""The whole controller against a cluster in memory: routes follow, whatever is missing or refused."""

import asyncio

import pytest

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import Object
from tests.support import engine_objects
from tests.support.engine_objects import TEMPLATE, spec
from tests.support.fake_api import FakeAPI
from tests.support.running_engine import (
    CMS,
    KSVCS,
    ROUTE,
    ROUTEMAP,
    Running,
    released,
    respecified,
    running,
    set_ready,
    weigh,
    with_release,
)

# --- routes follow -----------------------------------------------------------------------------


def test_the_route_follows_readiness_weights_and_the_routemap() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 70})
        set_ready(engine.api, "hello-1", "False")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30})
        set_ready(engine.api, "hello-1", "True")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 70})
        weigh(engine.api, "hello-1", "10")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 10})

        def hosts(data: Object) -> None:
            data["routingTemplates"]["0"]["template"] = TEMPLATE.replace("[hello]", "[other]")

        respecified(engine.api, hosts)
        await engine.eventually(lambda: engine.api.objects[ROUTE]["spec"]["hosts"] == ["other"])

    with_release(test)


def test_the_route_is_the_routemaps() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        metadata = engine.api.objects[ROUTE]["metadata"]
        assert [owner["uid"] for owner in metadata["ownerReferences"]] == ["uid-routemap"]
        assert [entry["manager"] for entry in metadata["managedFields"]] == ["cdk8s-iter8"]

    with_release(test)


def test_a_change_of_readiness_costs_two_requests() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        await engine.idle()
        engine.api.calls.clear()
        set_ready(engine.api, "hello-1", "False")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30})
        await engine.idle()
        written = [call for call in engine.api.calls if "leases" not in call[1] and call[0] != "WATCH"]
        assert written == [("PATCH", ROUTE), ("POST", "/api/v1/namespaces/default/events")]

    with_release(test)


def test_a_change_that_matters_to_nothing_costs_no_request() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        await engine.idle()
        engine.api.calls.clear()
        engine.api.edit(f"{KSVCS}/hello-0", lambda item: item["metadata"].update(annotations={"a": "b"}))
        engine.api.edit(ROUTEMAP, lambda item: item["metadata"].update(annotations={"a": "b"}))
        await engine.idle()
        assert not engine.api.made("PATCH", "GET", "DELETE")

    with_release(test)


def test_a_burst_ends_with_the_last_state_in_few_applies() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        await engine.idle()
        engine.api.calls.clear()
        for weight in range(1, 501):
            weigh(engine.api, "hello-1", str(weight))
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 500})
        assert len(engine.api.made("PATCH")) < 50

    with_release(test)


def test_a_start_applies_nothing_that_is_right() -> None:
    api = FakeAPI()
    released(api)

    async def run() -> None:
        async with running(api) as first:
            await first.eventually(first.shares)
            await first.idle()
        api.calls.clear()
        async with running(api, pod="pod-1") as second:
            await second.eventually(lambda: second.controller.leading)
            await second.idle()
        assert not api.made("PATCH", "DELETE")

    asyncio.run(run())


# --- what is missing or refused ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not: [yaml", "RoutemapInvalid"),
        ("versions: []", "RoutemapInvalid"),
        (spec(("vs", "a: {{ index .Weights 9 }}")), "TemplateRefused"),
        (spec(("vs", "a: b\n---\nc: d")), "TemplateRefused"),
    ],
)
def test_a_bad_routemap_is_said_and_holds_up_no_other(text: str, reason: str) -> None:
    def prepare(api: FakeAPI) -> None:
        released(api)
        api.put_in(f"{CMS}/bad", engine_objects.routemap(text, "bad", uid="uid-bad"))

    async def test(engine: Running) -> None:
        await engine.eventually(lambda: reason in [said for said, _ in engine.api.events()])
        weigh(engine.api, "hello-1", "10")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 10})

    with_release(test, prepare)


def test_a_broken_routemap_leaves_its_route() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        engine.api.edit(ROUTEMAP, lambda item: item["data"].update(strSpec="versions: ["))
        await engine.eventually(lambda: "RoutemapInvalid" in [reason for reason, _ in engine.api.events()])
        weigh(engine.api, "hello-1", "10")
        await engine.idle()
        assert engine.shares() == {"hello-0": 30, "hello-1": 70}

    with_release(test)


def test_a_missing_permission_is_named_with_its_rule() -> None:
    def refuse(method: str, path: str) -> APIError | None:
        return APIError(403, "Forbidden", "no") if method == "PATCH" and path == ROUTE else None

    def prepare(api: FakeAPI) -> None:
        released(api)
        api.refuse = refuse

    async def test(engine: Running) -> None:
        await engine.eventually(engine.api.events)
        reason, message = engine.api.events()[0]
        assert reason == "PermissionMissing"
        rule = '{apiGroups: ["networking.istio.io"], resources: ["virtualservices"], verbs: ["patch", "create"]}'
        assert rule in message
        engine.api.refuse = lambda _method, _path: None
        await engine.eventually(engine.shares)

    with_release(test, prepare)


def test_a_type_that_may_not_be_listed_is_said_and_holds_up_no_other() -> None:
    def prepare(api: FakeAPI) -> None:
        released(api)
        other = {"resources": [{"gvrShort": "deploy", "name": "a"}]}
        text = spec(versions=[other, other])
        api.put_in(f"{CMS}/second", engine_objects.routemap(text, "second", uid="uid-second"))
        api.refuse = lambda _, path: APIError(403, "Forbidden", "no") if "deployments" in path else None

    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        await engine.eventually(lambda: any('resources: ["deployments"]' in said for _, said in engine.api.events()))
        assert any("deployments" in line for line in engine.controller.not_ready())

    with_release(test, prepare)


def test_the_api_server_comes_back() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        engine.api.refuse = lambda _method, _path: APIError(0, "NoAnswer", "away")
        engine.api.broken.set()
        await asyncio.sleep(0.1)
        weigh(engine.api, "hello-1", "10")
        await asyncio.sleep(0.1)
        engine.api.broken.clear()
        engine.api.refuse = lambda _method, _path: None
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 10}, 10)

    with_release(test)


def test_a_watch_that_is_too_old_lists_anew() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        engine.api.broken.set()
        await asyncio.sleep(0.05)
        weigh(engine.api, "hello-1", "10")
        engine.api.history.clear()
        engine.api.oldest = engine.api.version + 1
        engine.api.version += 1
        engine.api.broken.clear()
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 10}, 10)

    with_release(test)


def test_a_type_whose_crd_comes_later_is_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cdk8s_iter8.engine.list_and_watch._ABSENT_PAUSE", 0.05)

    def prepare(api: FakeAPI) -> None:
        released(api)
        api.absent.add("/apis/serving.knative.dev/v1/services")

    async def test(engine: Running) -> None:
        await engine.eventually(lambda: engine.shares() == {"hello-0": 1})
        engine.api.absent.clear()
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 70})

    with_release(test, prepare)


# --- two replicas ------------------------------------------------------------------------------


def test_a_standby_takes_over_when_the_leader_ends() -> None:
    api = FakeAPI()
    released(api)

    async def run() -> None:
        async with running(api, pod="second") as second:
            async with running(api, pod="first") as first:
                await first.eventually(lambda: first.controller.leading or second.controller.leading)
                await first.eventually(first.shares)
                await asyncio.sleep(0.2)
                assert first.controller.leading is not second.controller.leading
            await second.eventually(lambda: second.controller.leading, 5)
            weigh(api, "hello-1", "10")
            await second.eventually(lambda: second.shares() == {"hello-0": 30, "hello-1": 10})

    asyncio.run(run())
