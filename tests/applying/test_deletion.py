from pathlib import Path

import pytest

from cdk8s_iter8.applying.applied_object import Permission
from cdk8s_iter8.applying.apply import Apply
from cdk8s_iter8.applying.apply_error import ApplyError
from cdk8s_iter8.applying.deletion import delete, doomed
from cdk8s_iter8.applying.preparation import prepare
from cdk8s_iter8.applying.waiting import WaitError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.releases import ReleaseNotThereError
from cdk8s_iter8.live.controllers import Controllers
from cdk8s_iter8.release.resolved import ResolvedRelease
from tests.support.named_versions import named
from tests.support.object_store import ObjectStore
from tests.support.released import planned, values
from tests.support.told import told

MAPS = "/api/v1/namespaces/default/configmaps"


def applied(connection: Connection, store: ObjectStore, release: ResolvedRelease) -> None:
    list(Apply(connection, Permission(), Controllers(), 20, proxies=0).run(prepare(connection, release, Permission())))
    store.forget()


def test_the_routemap_goes_first(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    applied(connection, store, named(tmp_path, v1=1))
    said = told(delete(connection, doomed(connection, "hello"), 20))
    assert store.changes == [
        "DELETE configmaps/hello-routemap",
        "DELETE virtualservices/hello",
        "DELETE services/hello",
        "DELETE configmaps/hello-v1-weight-config",
        "DELETE services/hello-v1",
    ]
    assert said[-1] == "default/hello: gone"
    assert store.objects == {}


def test_what_is_in_other_namespaces_goes_before_the_routemap_that_names_it(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    there = {"metadata": {"name": "hello-v2", "namespace": "elsewhere"}}
    applied(connection, store, planned(tmp_path, values("knative-istio", "blue-green", {}, there), "hello"))
    told(delete(connection, doomed(connection, "hello"), 20))
    order = [change.rpartition("/")[2] for change in store.changes]
    assert order.index("hello-v2") < order.index("hello-routemap") < order.index("hello-0")
    assert store.objects == {}


def test_an_interrupted_deletion_goes_on_without_the_routemap(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    applied(connection, store, named(tmp_path, v1=1))
    del store.objects[f"{MAPS}/hello-routemap"]
    told(delete(connection, doomed(connection, "hello"), 20))
    assert store.objects == {}


def test_what_hangs_is_named(
    connection: Connection, store: ObjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied(connection, store, named(tmp_path, v1=1))
    store.objects[f"{MAPS}/hello-routemap"]["metadata"]["finalizers"] = ["example.com/keep"]
    monkeypatch.setattr(ObjectStore, "_delete", lambda *_: True)
    with pytest.raises(WaitError) as error:
        told(delete(connection, doomed(connection, "hello"), 0))
    [line] = error.value.lines
    assert line.startswith("configmap default/hello-routemap is still there: its finalizer example.com/keep waits for")


def test_nothing_of_another_release_goes(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    shop = planned(tmp_path, values("knative-istio", "blue-green", {}), "shop")
    applied(connection, store, shop)
    applied(connection, store, named(tmp_path, v1=1))
    told(delete(connection, doomed(connection, "hello"), 20))
    assert {path.rpartition("/")[2] for path in store.objects} == {
        *("shop-routemap", "shop-0", "shop-0-weight-config", "shop")
    }


def test_what_helm_has_made_is_refused(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    applied(connection, store, named(tmp_path, v1=1))
    annotations = store.objects[f"{MAPS}/hello-v1-weight-config"]["metadata"]["annotations"]
    annotations["meta.helm.sh/release-name"] = "web"
    with pytest.raises(ApplyError, match=r"belongs to Helm \(web, .*\); --owned deletes it too"):
        doomed(connection, "hello")
    assert doomed(connection, "hello", owned=True).routemap


def test_a_release_that_is_not_there(connection: Connection) -> None:
    with pytest.raises(ReleaseNotThereError, match="there is no release 'hello' in namespace default"):
        doomed(connection, "hello")


@pytest.mark.parametrize(
    ("forbidden", "told"),
    [
        (("DELETE", "serving.knative.dev"), r"delete services\.serving\.knative\.dev default/hello-v1"),
        (("GET", "/services/hello-v1"), r"get services\.serving\.knative\.dev default/hello-v1"),
        (("GET", "virtualservices"), r"get virtualservices\.networking\.istio\.io default/hello"),
    ],
    ids=["not deleted", "not waited for", "a route is not read"],
)
def test_what_may_not_be_deleted_is_told_before_anything_goes(
    forbidden: tuple[str, str], told: str, connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    applied(connection, store, named(tmp_path, v1=1))
    before = dict(store.objects)
    store.forbidden.add(forbidden)
    with pytest.raises(ApplyError, match=f"not permitted: {told}"):
        doomed(connection, "hello")
    assert store.objects == before
