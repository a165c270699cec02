"""The whole controller against a cluster in memory."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import Object
from tests.support import engine_objects
from tests.support.engine_objects import TEMPLATE, spec
from tests.support.fake_api import FakeAPI
from tests.support.running_engine import CMS, KSVCS, ROUTE, ROUTEMAP, VSS, Running, released, respecified, running

FINALIZER = "iter8.tools/finalizer"
HTTPROUTE = "/apis/gateway.networking.k8s.io/v1/namespaces/default/httproutes/hello"


def ready(api: FakeAPI, name: str, status: str) -> None:
    def change(item: Object) -> None:
        item["status"]["conditions"][0]["status"] = status

    api.edit(f"{KSVCS}/{name}", change)


def weigh(api: FakeAPI, name: str, weight: str) -> None:
    api.edit(
        f"{CMS}/{name}-weight-config",
        lambda item: item["metadata"]["annotations"].update({"iter8.tools/weight": weight}),
    )


def with_release(
    test: Callable[[Running], Awaitable[None]], prepare: Callable[[FakeAPI], None] = released, **settings: object
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
    return list(api.objects[f"{KSVCS}/{name}"]["metadata"].get("finalizers", ()))


# --- routes follow -----------------------------------------------------------------------------


def test_the_route_follows_readiness_weights_and_the_routemap() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 70})
        ready(engine.api, "hello-1", "False")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30})
        ready(engine.api, "hello-1", "True")
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
        assert [each["uid"] for each in metadata["ownerReferences"]] == ["uid-routemap"]
        assert [each["manager"] for each in metadata["managedFields"]] == ["cdk8s-iter8"]

    with_release(test)


def test_a_change_of_readiness_costs_two_requests() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        await engine.idle()
        engine.api.calls.clear()
        ready(engine.api, "hello-1", "False")
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


# --- repairs -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "harm",
    [
        lambda api: api.edit(ROUTE, lambda item: item["spec"].update(hosts=["other"])),
        lambda api: api.edit(ROUTE, lambda item: item["spec"]["http"][0].update(timeout="1s")),
        lambda api: api.edit(ROUTE, lambda item: item["spec"].pop("hosts")),
        lambda api: api.edit(ROUTE, lambda item: item["metadata"].pop("ownerReferences")),
        lambda api: api.edit(ROUTE, lambda item: item["metadata"]["annotations"].clear()),
        lambda api: api.remove(ROUTE),
    ],
    ids=["a value", "an item", "a field less", "the owner", "annotations", "deleted"],
)
def test_a_route_that_somebody_changed_is_repaired(harm: Callable[[FakeAPI], None]) -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        await engine.idle()
        before = {key: engine.api.objects[ROUTE][key] for key in ("spec",)}
        harm(engine.api)
        await engine.eventually(lambda: engine.api.objects[ROUTE]["spec"] == before["spec"])
        await engine.eventually(lambda: engine.api.objects[ROUTE]["metadata"]["ownerReferences"])

    with_release(test)


def test_what_others_add_stays() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        engine.api.edit(ROUTE, lambda item: item["metadata"]["labels"].update(team="a"))
        engine.api.edit(ROUTE, lambda item: item["spec"].update(exportTo=["."]))
        await engine.idle()
        weigh(engine.api, "hello-1", "10")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 10})
        assert engine.api.objects[ROUTE]["metadata"]["labels"]["team"] == "a"
        assert engine.api.objects[ROUTE]["spec"]["exportTo"] == ["."]

    with_release(test)


# --- others' routes ----------------------------------------------------------------------------

FOREIGN: Object = {"apiVersion": "networking.istio.io/v1beta1", "kind": "VirtualService", "spec": {"hosts": ["mine"]}}


@pytest.mark.parametrize("label", [{}, {"cdk8s-iter8/route": "true"}], ids=["unseen", "seen"])
def test_a_route_of_somebody_else_is_never_touched(label: dict[str, str]) -> None:
    def prepare(api: FakeAPI) -> None:
        released(api)
        api.put_in(ROUTE, {**FOREIGN, "metadata": {"labels": label}})

    async def test(engine: Running) -> None:
        await engine.eventually(engine.api.events)
        weigh(engine.api, "hello-1", "10")
        await engine.idle()

    api = with_release(test, prepare)
    assert api.objects[ROUTE]["spec"] == {"hosts": ["mine"]}
    assert [reason for reason, _ in api.events()] == ["RouteNotOwned"]
    assert not [call for call in api.made("PATCH", "DELETE") if call[1] == ROUTE]


def test_of_two_routemaps_with_one_route_the_first_keeps_it() -> None:
    def prepare(api: FakeAPI) -> None:
        released(api)
        text = spec(versions=[engine_objects.version("hello-0", 1), engine_objects.version("hello-1")])
        api.put_in(f"{CMS}/second", engine_objects.routemap(text, "second", uid="uid-second"))

    async def test(engine: Running) -> None:
        await engine.eventually(lambda: "RouteNotOwned" in [reason for reason, _ in engine.api.events()])
        before = engine.api.objects[ROUTE]["metadata"]
        weigh(engine.api, "hello-1", "10")
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 10})
        assert engine.api.objects[ROUTE]["metadata"]["ownerReferences"] == before["ownerReferences"]
        assert len(before["ownerReferences"]) == 1

    with_release(test, prepare)


async def iter8_applies(api: FakeAPI, **owner: str) -> None:
    """What Iter8's controller does with the routemap; without an owner, what it leaves behind at times."""
    metadata: Object = {"name": "hello", "namespace": "default"}
    if owner:
        metadata["ownerReferences"] = [{"apiVersion": "v1", "kind": "configmap", "name": "hello-routemap", **owner}]
    spec = {"hosts": ["hello"], "gateways": ["mesh"], "http": []}
    manifest = {**FOREIGN, "metadata": metadata, "spec": spec}
    await api.patch(ROUTE, manifest, "application/apply-patch+yaml", fieldManager="iter8-controller", force="true")


@pytest.mark.parametrize(
    "owner", [{"uid": "uid-routemap"}, {"uid": "uid-before"}, {}], ids=["owned", "replaced", "left"]
)
def test_a_route_of_iter8s_controller_is_taken_over(owner: dict[str, str]) -> None:
    def prepare(api: FakeAPI) -> None:
        released(api)
        asyncio.run(iter8_applies(api, **owner))

    async def test(engine: Running) -> None:
        await engine.eventually(lambda: engine.shares() == {"hello-0": 30, "hello-1": 70})
        await engine.idle()

    api = with_release(test, prepare)
    metadata = api.objects[ROUTE]["metadata"]
    assert [each["manager"] for each in metadata["managedFields"]] == ["cdk8s-iter8"]
    assert [each["uid"] for each in metadata["ownerReferences"]] == ["uid-routemap"]
    assert "gateways" not in api.objects[ROUTE]["spec"]  # the template has none


def test_iter8s_controller_can_take_over_again() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)

    api = with_release(test)
    asyncio.run(iter8_applies(api, uid="uid-routemap"))
    assert api.objects[ROUTE]["spec"]["http"] == []
    assert finalizers(api, "hello-0") == [FINALIZER]  # Iter8's own: it takes it off when the object is deleted


# --- deletes what it made ----------------------------------------------------------------------


def test_a_route_that_no_template_makes_any_more_is_deleted() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        respecified(engine.api, lambda data: data.pop("routingTemplates"))
        await engine.eventually(lambda: ROUTE not in engine.api.objects)

    api = with_release(test)
    assert "RouteDeleted" in [reason for reason, _ in api.events()]


def test_a_route_of_another_name_replaces_the_former() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)

        def rename(data: Object) -> None:
            data["routingTemplates"]["0"]["template"] = TEMPLATE.replace("name: hello", "name: world")

        respecified(engine.api, rename)
        await engine.eventually(lambda: ROUTE not in engine.api.objects)
        assert f"{VSS}/world" in engine.api.objects

    with_release(test)


def test_a_route_of_another_type_replaces_the_former() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)

        def change(data: Object) -> None:
            template = "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: hello}\nspec: {}\n"
            data["routingTemplates"]["0"] = {"gvrShort": "httproute", "template": template}

        respecified(engine.api, change)
        await engine.eventually(lambda: ROUTE not in engine.api.objects)
        assert HTTPROUTE in engine.api.objects

    with_release(test)


def test_a_route_that_somebody_else_owns_too_is_not_deleted() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)
        other = {"apiVersion": "v1", "kind": "Secret", "name": "theirs", "uid": "uid-theirs"}
        engine.api.edit(ROUTE, lambda item: item["metadata"]["ownerReferences"].append(other))
        respecified(engine.api, lambda data: data.pop("routingTemplates"))
        await engine.idle()
        assert ROUTE in engine.api.objects

    with_release(test)


def test_a_template_that_is_wrong_deletes_nothing() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)

        def harm(data: Object) -> None:
            data["routingTemplates"]["0"]["template"] = "{{ range }}"

        respecified(engine.api, harm)
        await engine.eventually(lambda: "TemplateRefused" in [reason for reason, _ in engine.api.events()])
        assert engine.shares() == {"hello-0": 30, "hello-1": 70}

    with_release(test)


def test_one_template_has_one_name() -> None:
    async def test(engine: Running) -> None:
        await engine.eventually(engine.shares)

        def harm(data: Object) -> None:
            text = TEMPLATE.replace("name: hello", "name: a{{ index .Weights 1 }}")
            data["routingTemplates"]["0"]["template"] = text

        respecified(engine.api, harm)
        await engine.eventually(lambda: f"{VSS}/a70" in engine.api.objects)
        weigh(engine.api, "hello-1", "10")
        await engine.eventually(lambda: any("one name only" in said for _, said in engine.api.events()))
        assert f"{VSS}/a10" not in engine.api.objects
        assert f"{VSS}/a70" in engine.api.objects

    with_release(test)


# --- draining ----------------------------------------------------------------------------------


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
        ready(api, "hello-1", "False")

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
