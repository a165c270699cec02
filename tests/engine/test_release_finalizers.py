"""The command that releases what a controller has left."""

import asyncio

import pytest

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.engine import release_finalizers as module
from cdk8s_iter8.engine.release_finalizers import Line, release_everything
from tests.support.engine_objects import ksvc
from tests.support.fake_api import FakeAPI

PATH = "/apis/serving.knative.dev/v1/namespaces/default/services"
FINALIZER = "iter8.tools/finalizer"


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> FakeAPI:
    """A cluster with one type, and three objects: with the finalizer, with others too, without."""
    api = FakeAPI()
    verbs = ["get", "list", "patch"]
    preferred = {"version": "v1", "groupVersion": "serving.knative.dev/v1"}
    discovered = {
        "/apis": {"groups": [{"name": "serving.knative.dev", "preferredVersion": preferred}]},
        "/api/v1": {"resources": [{"name": "pods", "namespaced": True, "verbs": verbs}]},
        "/apis/serving.knative.dev/v1": {
            "resources": [
                {"name": "services", "namespaced": True, "verbs": verbs},
                {"name": "services/status", "namespaced": True, "verbs": verbs},
                {"name": "kinds", "namespaced": False, "verbs": verbs},
            ]
        },
    }
    for name, finalizers in (("a", [FINALIZER]), ("b", ["x/y", FINALIZER, "z/z"]), ("c", ["x/y"])):
        api.put_in(f"{PATH}/{name}", ksvc(name, finalizers=finalizers))
    get = api.get

    async def discover(path: str, **query: str) -> object:
        return discovered[path] if path in discovered else await get(path, **query)

    async def connect() -> FakeAPI:
        return api

    monkeypatch.setattr(api, "get", discover)
    monkeypatch.setattr(module, "connect", connect)
    return api


def lines(*, dry_run: bool = False) -> list[Line]:
    async def run() -> list[Line]:
        return [line async for line in release_everything(None, dry_run=dry_run)]

    return asyncio.run(run())


def finalizers(api: FakeAPI) -> list[list[str]]:
    return [api.objects[f"{PATH}/{name}"]["metadata"].get("finalizers", []) for name in "abc"]


def test_only_this_finalizer_goes(api: FakeAPI) -> None:
    assert [line.text.rpartition(": ")[2] for line in lines()] == ["released", "released"]
    assert finalizers(api) == [[], ["x/y", "z/z"], ["x/y"]]


def test_it_can_be_run_again(api: FakeAPI) -> None:
    lines()
    assert lines() == []


def test_a_dry_run_changes_nothing(api: FakeAPI) -> None:
    before = finalizers(api)
    assert len(lines(dry_run=True)) == 2
    assert finalizers(api) == before


def test_what_waits_for_its_deletion_goes(api: FakeAPI) -> None:
    api.remove(f"{PATH}/a")
    lines()
    assert f"{PATH}/a" not in api.objects


def test_a_missing_permission_is_named(api: FakeAPI) -> None:
    api.refuse = lambda method, _path: APIError(403, "Forbidden", "no") if method == "PATCH" else None
    written = lines()
    assert all(line.failed for line in written)
    assert len(written) == 2
