from pathlib import Path

import pytest

from cdk8s_iter8.applying.applied_object import Permission
from cdk8s_iter8.applying.apply import Apply
from cdk8s_iter8.applying.apply_error import ApplyError
from cdk8s_iter8.applying.live_weights import overridable, override, wanted_weights
from cdk8s_iter8.applying.preparation import prepare
from cdk8s_iter8.applying.waiting import WaitError
from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.live.controllers import Controllers
from cdk8s_iter8.release.resolved import ResolvedRelease
from tests.support.named_versions import named
from tests.support.object_store import ObjectStore
from tests.support.told import told


def applied(connection: Connection, store: ObjectStore, release: ResolvedRelease) -> None:
    list(Apply(connection, Permission(), Controllers(), 20, proxies=0).run(prepare(connection, release, Permission())))
    store.forget()


def test_overrides_and_their_end(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    applied(connection, store, named(tmp_path, v1=90, v2=10))
    release = overridable(connection, "hello")
    *weights, followed, undone = told(override(connection, release, {"hello-v2": 50, "hello-v1": 50}, 20))
    assert sorted(weights) == ["hello-v1: 90 → 50", "hello-v2: 10 → 50"]
    assert followed.startswith("the route has followed after ")
    assert undone == "the next apply undoes: hello-v1 50 → 90, hello-v2 50 → 10"
    assert len(store.changes) == 2
    again = overridable(connection, "hello")
    assert sorted(told(override(connection, again, again.declared, 20)))[:2] == [
        "hello-v1: 50 → 90",
        "hello-v2: 50 → 10",
    ]
    assert len(store.changes) == 4
    last = overridable(connection, "hello")
    assert told(override(connection, last, last.declared, 20)) == [
        "default/hello: has these weights already; nothing changes"
    ]
    assert len(store.changes) == 4


def test_a_dry_run(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    applied(connection, store, named(tmp_path, v1=90, v2=10))
    lines = told(override(connection, overridable(connection, "hello"), {"hello-v2": 50}, 20, dry_run=True))
    assert lines == ["hello-v2: would go 10 → 50", "the next apply undoes: hello-v2 50 → 10"]
    assert store.changes == []


def test_a_route_that_does_not_follow(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    applied(connection, store, named(tmp_path, v1=90, v2=10))
    store.controlled = False
    with pytest.raises(WaitError) as error:
        told(override(connection, overridable(connection, "hello"), {"hello-v2": 50}, 0))
    assert error.value.lines[-1] == "waited 0 s: the weights are set; the route follows when a controller runs"


def test_what_is_no_weight_of_a_version(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    applied(connection, store, named(tmp_path, v1=90, v2=10))
    release = overridable(connection, "hello")
    with pytest.raises(ApplyError) as error:
        wanted_weights(release, {"hello-v3": 1, "hello-v1": -1, "hello-v2": 5})
    first, second = error.value.lines
    assert first.startswith("'hello-v3' is not a version of default/hello; did you mean ")
    assert second == "hello-v1: -1 is not a weight (an integer from 0 to 1000000)"


def test_a_strategy_without_weights(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    applied(connection, store, named(tmp_path, "canary", v1=0, v2=0))
    with pytest.raises(ApplyError, match="default/hello has no weights"):
        overridable(connection, "hello")


def test_a_weight_config_that_is_gone(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    applied(connection, store, named(tmp_path, v1=90))
    del store.objects["/api/v1/namespaces/default/configmaps/hello-v1-weight-config"]
    with pytest.raises(ApplyError, match="configmap default/hello-v1-weight-config is not there; apply the release"):
        overridable(connection, "hello")


@pytest.mark.parametrize("part", ["virtualservices", "/services/hello-v1"])
def test_a_route_that_may_not_be_read_is_told_before_anything_is_changed(
    part: str, connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    applied(connection, store, named(tmp_path, v1=90, v2=10))
    store.forbidden.add(("GET", part))
    with pytest.raises(NotPermittedError, match="not permitted: get "):
        told(override(connection, overridable(connection, "hello"), {"hello-v2": 50}, 20))
    assert store.changes == []
