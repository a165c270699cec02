from pathlib import Path
from types import SimpleNamespace

import pytest

from cdk8s_iter8.applying.applied_object import Permission
from cdk8s_iter8.applying.apply import PROXIES, Apply
from cdk8s_iter8.applying.apply_error import ApplyError
from cdk8s_iter8.applying.preparation import planned, prepare
from cdk8s_iter8.applying.waiting import WaitError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.live.controllers import Controllers
from cdk8s_iter8.release.resolved import ResolvedRelease
from tests.support.named_versions import named
from tests.support.object_store import ObjectStore
from tests.support.told import told

KSVC = "/apis/serving.knative.dev/v1/namespaces/default/services"
MAPS = "/api/v1/namespaces/default/configmaps"


def apply(
    connection: Connection, release: ResolvedRelease, permission: Permission | None = None, timeout: float = 20
) -> list[str]:
    allowed = permission or Permission()
    return told(
        Apply(connection, allowed, Controllers(), timeout, proxies=0).run(prepare(connection, release, allowed))
    )


def test_the_routemap_is_applied_last(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    said = apply(connection, named(tmp_path, v1=90, v2=10))
    assert store.changes == [
        "PATCH services/hello-v1",
        "PATCH configmaps/hello-v1-weight-config",
        "PATCH services/hello-v2",
        "PATCH configmaps/hello-v2-weight-config",
        "PATCH services/hello",
        "PATCH configmaps/hello-routemap",
    ]
    assert said[-1] == "default/hello: applied; the route has the weights hello-v1 90, hello-v2 10"


def test_a_candidate_does_not_get_half_because_the_primary_weighs_more_later(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=1))
    store.forget()
    apply(connection, named(tmp_path, v1=99, v2=1))
    assert store.changes[-2:] == ["PATCH configmaps/hello-v1-weight-config", "PATCH configmaps/hello-routemap"]


def test_what_the_values_no_longer_have_goes_after_the_route(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=90, v2=10))
    store.forget()
    said = apply(connection, named(tmp_path, v2=10))
    assert store.changes[-3:] == [
        "PATCH configmaps/hello-routemap",
        "DELETE configmaps/hello-v1-weight-config",
        "DELETE services/hello-v1",
    ]
    assert said[-1] == "ksvc default/hello-v1: deleted"
    deletes = [request for request in store.server.requests if request.method == "DELETE"]
    assert all(request.body["preconditions"]["uid"] for request in deletes), "nothing that took the name meanwhile"


def test_before_anything_goes_proxies_have_time_to_learn_of_the_route(
    connection: Connection, store: ObjectStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(connection, named(tmp_path, v1=90, v2=10))
    store.forget()
    pauses = []

    def sleep(seconds: float) -> None:
        deleted = [change for change in store.changes if change.startswith("DELETE")]
        pauses.append((seconds, deleted, "hello-v1" in str(store.route())))

    monkeypatch.setattr("cdk8s_iter8.applying.apply.time", SimpleNamespace(sleep=sleep))
    prepared = prepare(connection, named(tmp_path, v2=10), Permission())
    list(Apply(connection, Permission(), Controllers(), timeout=20).run(prepared))
    assert pauses == [(PROXIES, [], False)]
    assert "DELETE services/hello-v1" in store.changes


def test_a_version_that_is_not_ready_keeps_the_route_as_it_was(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=1))
    before = store.route()
    store.broken.add("hello-v2")
    store.forget()
    with pytest.raises(WaitError) as error:
        apply(connection, named(tmp_path, v2=1), timeout=0)
    assert error.value.lines[-1] == "waited 0 s: the route was left as it was; run the command again"
    assert "condition RoutesReady is False" in error.value.lines[0]
    assert "PATCH configmaps/hello-routemap" not in store.changes
    assert store.route() == before


def test_the_newest_revision_is_waited_for_while_an_older_one_serves(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    store.old.add("hello-v1")
    with pytest.raises(WaitError) as error:
        apply(connection, named(tmp_path, v1=1), timeout=0)
    said = "ksvc hello-v1 does not serve its newest revision: condition Ready is False"
    assert error.value.lines[0] == f"hello-v1: {said}"


def test_a_version_without_weight_is_not_waited_for(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    store.broken.add("hello-v2")
    with pytest.raises(WaitError, match=r"hello-v2.* condition RoutesReady is False"):
        apply(connection, named(tmp_path, v1=90, v2=10), timeout=0)
    assert apply(connection, named(tmp_path, v1=90, v2=0))[-1].endswith("the weights hello-v1 90, hello-v2 0")


def test_without_a_controller_the_missing_route_is_told(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    store.controlled = False
    with pytest.raises(WaitError) as error:
        apply(connection, named(tmp_path, v1=1), timeout=0)
    assert error.value.lines[0] == "virtualservice default/hello is not there yet"


def test_a_strategy_without_route_takes_the_route_away(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=1, v2=1))
    said = apply(connection, named(tmp_path, "none", v1=0, v2=0))
    assert "virtualservice default/hello: deleted; no template makes it any more" in said
    assert "service default/hello: deleted" in said
    assert store.route() is None


def test_again_nothing_changes(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    apply(connection, named(tmp_path, v1=1))
    said = apply(connection, named(tmp_path, v1=1))
    assert [line.rpartition(": ")[2] for line in said[:-1]] == ["unchanged"] * 4


def test_a_plan_changes_nothing(connection: Connection, store: ObjectStore, tmp_path: Path) -> None:
    apply(connection, named(tmp_path, v1=1))
    store.forget()
    lines = told(planned(prepare(connection, named(tmp_path, v2=1), Permission())))
    assert lines == [
        "configmap default/hello-routemap: would be changed",
        "ksvc default/hello-v2: would be created",
        "configmap default/hello-v2-weight-config: would be created",
        "service default/hello: unchanged",
        "configmap default/hello-v1-weight-config: would be deleted, once the route gives it nothing",
        "ksvc default/hello-v1: would be deleted, once the route gives it nothing",
    ]
    assert store.changes == []


def test_everything_that_is_refused_is_told_and_nothing_is_changed(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=1))
    store.forget()
    store.conflicts[f"{KSVC}/hello-v1"] = ("ed", ".spec.template")
    store.objects[f"{KSVC}/hello-v1"]["spec"]["template"]["spec"]["timeoutSeconds"] = 7
    annotations = store.objects[f"{MAPS}/hello-v1-weight-config"]["metadata"]["annotations"]
    annotations["argocd.argoproj.io/tracking-id"] = "web:/ConfigMap:default/hello-v1-weight-config"
    with pytest.raises(ApplyError) as error:
        apply(connection, named(tmp_path, v1=2))
    field, owner = error.value.lines
    assert field == (
        'ksvc default/hello-v1: .spec.template belongs to the field manager "ed"; --force-conflicts takes it over'
    )
    assert owner.startswith("configmap default/hello-v1-weight-config belongs to Argo CD (application web, by ")
    assert owner.endswith("; --adopt takes it over, until Argo CD puts it back")
    assert store.changes == []
    apply(connection, named(tmp_path, v1=2), Permission(force_conflicts=True, adopt=True))


def test_a_field_of_another_manager_that_has_the_applied_value_is_taken_over(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    """As after `kubectl apply --server-side` of the same file."""
    apply(connection, named(tmp_path, v1=1))
    store.forget()
    store.conflicts[f"{KSVC}/hello-v1"] = ("kubectl", ".spec.template.spec.containers")
    apply(connection, named(tmp_path, v1=1))
    assert "PATCH services/hello-v1" in store.changes


def test_what_belongs_to_a_tool_is_not_pruned_without_a_word(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=1, v2=1))
    store.objects[f"{KSVC}/hello-v2"]["metadata"]["labels"]["argocd.argoproj.io/instance"] = "web"
    prepared = prepare(connection, named(tmp_path, v1=1), Permission())
    owner = "Argo CD (application web, by argocd.argoproj.io/instance)"
    assert prepared.notes == (f"ksvc default/hello-v2 stays: it belongs to {owner}; --adopt deletes it",)
    assert [key.name for key in prepared.going] == ["hello-v2-weight-config"]
    adopted = prepare(connection, named(tmp_path, v1=1), Permission(adopt=True))
    assert adopted.notes == ()
    assert [key.name for key in adopted.going] == ["hello-v2-weight-config", "hello-v2"]


def test_fields_of_kubectl_apply_are_taken_over_first(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=1))
    managed = {"manager": "kubectl-client-side-apply", "operation": "Update", "fieldsV1": {"f:spec": {}}}
    store.objects[f"{KSVC}/hello-v1"]["metadata"]["managedFields"] = [managed]
    store.forget()
    assert "ksvc default/hello-v1: taken over: the fields of kubectl apply" in apply(connection, named(tmp_path, v1=1))
    patches = [
        request for request in store.server.requests if request.method == "PATCH" and "dryRun" not in request.query
    ]
    patch, applied, *_ = patches
    assert (patch.headers["Content-Type"], patch.path) == ("application/json-patch+json", f"{KSVC}/hello-v1")
    assert applied.path == patch.path


@pytest.mark.parametrize(
    ("forbidden", "rule"),
    [
        (
            ("DELETE", "/services/hello-v1"),
            '{apiGroups: ["serving.knative.dev"], resources: ["services"], verbs: ["delete"]}',
        ),
        (
            ("GET", "/services/hello-v1"),
            '{apiGroups: ["serving.knative.dev"], resources: ["services"], verbs: ["get"]}',
        ),
        (
            ("GET", "virtualservices"),
            '{apiGroups: ["networking.istio.io"], resources: ["virtualservices"], verbs: ["get"]}',
        ),
        (("PATCH", "configmaps"), '{apiGroups: [""], resources: ["configmaps"], verbs: ["patch"]}'),
    ],
)
def test_what_is_not_permitted_is_told_before_anything_is_changed(
    forbidden: tuple[str, str], rule: str, connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=1))
    store.forget()
    store.forbidden.add(forbidden)
    with pytest.raises(ApplyError) as error:
        apply(connection, named(tmp_path, v2=1))
    assert all(line.startswith("not permitted: ") and line.endswith(rule) for line in error.value.lines)
    assert store.changes == []


def test_another_type_of_routes_need_not_be_readable(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    store.forbidden.add(("GET", "httproutes"))
    assert apply(connection, named(tmp_path, v1=1))[-1].endswith("the weights hello-v1 1")


def test_the_route_of_before_must_be_readable_even_if_nothing_is_routed_any_more(
    connection: Connection, store: ObjectStore, tmp_path: Path
) -> None:
    apply(connection, named(tmp_path, v1=1, v2=1))
    store.forget()
    store.forbidden.add(("GET", "virtualservices"))
    with pytest.raises(ApplyError, match="not permitted: get virtualservices"):
        apply(connection, named(tmp_path, "none", v1=0))
    assert store.changes == []
