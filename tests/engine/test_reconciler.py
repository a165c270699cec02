"""Routes in a cluster in memory: repaired, left to others, deleted when no template makes them."""

import asyncio
from collections.abc import Callable

import pytest

from cdk8s_iter8.cluster.keys import Object
from tests.support import engine_objects
from tests.support.engine_objects import TEMPLATE, spec
from tests.support.fake_api import FakeAPI
from tests.support.running_engine import (
    CMS,
    FINALIZER,
    ROUTE,
    VSS,
    Running,
    finalizers,
    released,
    respecified,
    weigh,
    with_release,
)

HTTPROUTE = "/apis/gateway.networking.k8s.io/v1/namespaces/default/httproutes/hello"


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
    assert [entry["manager"] for entry in metadata["managedFields"]] == ["cdk8s-iter8"]
    assert [reference["uid"] for reference in metadata["ownerReferences"]] == ["uid-routemap"]
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
