"""What `controller --dry-run` says."""

import asyncio

import pytest

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.engine import dry_run as module
from cdk8s_iter8.engine.dry_run import dry_run
from cdk8s_iter8.validation.problem import ValuesError
from tests.support import engine_objects
from tests.support.fake_api import FakeAPI
from tests.support.running_engine import CMS, ROUTE, ROUTEMAP, released, respecified, running


def said(api: FakeAPI, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    async def connect() -> FakeAPI:
        return api

    monkeypatch.setattr(module, "connect", connect)
    api.calls.clear()
    lines = asyncio.run(dry_run(engine_objects.settings()))
    assert {method for method, _ in api.calls} == {"GET"}
    return lines


@pytest.fixture
def api() -> FakeAPI:
    api = FakeAPI()
    released(api)
    return api


def apply(api: FakeAPI) -> None:
    async def run() -> None:
        async with running(api) as engine:
            await engine.eventually(engine.shares)

    asyncio.run(run())


def test_a_route_to_create(api: FakeAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(api, monkeypatch) == [
        "routemap default/hello-routemap: weights 30, 70",
        "  create virtualservices.networking.istio.io default/hello",
    ]


def test_a_route_that_is_right(api: FakeAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    apply(api)
    assert "  leave virtualservices.networking.istio.io default/hello: it is right" in said(api, monkeypatch)


def test_a_route_that_differs(api: FakeAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    apply(api)
    api.put_in(f"{CMS}/hello-1-weight-config", engine_objects.weight_config("hello-1", "10"))
    lines = said(api, monkeypatch)
    assert "  apply virtualservices.networking.istio.io default/hello" in lines
    assert "    spec.http[0].route[1].weight: 70 becomes 10" in lines


def test_a_route_to_delete(api: FakeAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    apply(api)
    respecified(api, lambda data: data.pop("routingTemplates"))
    assert "  delete virtualservices.networking.istio.io default/hello" in said(api, monkeypatch)


def test_a_route_of_somebody_else(api: FakeAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    api.put_in(ROUTE, {"spec": {}})
    assert "belongs to somebody else" in said(api, monkeypatch)[-1]


def test_what_is_wrong(api: FakeAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    api.put_in(ROUTEMAP, engine_objects.routemap("versions: []"))
    assert "at least one version" in said(api, monkeypatch)[0]


def test_nothing_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(FakeAPI(), monkeypatch) == ["there is no routemap"]


def test_a_cluster_that_cannot_be_read(api: FakeAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    api.refuse = lambda _method, _path: APIError(403, "Forbidden", "not you")
    with pytest.raises(ValuesError, match="not you"):
        said(api, monkeypatch)
