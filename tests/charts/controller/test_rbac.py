from pathlib import Path

import cdk8s
import pytest

from tests.support.controller_calls import Call, calls, is_allowed
from tests.support.controller_objects import Object, config_of, objects, only, pod


@pytest.fixture
def app(tmp_path: Path) -> cdk8s.App:
    return cdk8s.App(outdir=str(tmp_path / "dist"))


@pytest.mark.parametrize(("values", "namespace"), [({}, "default"), ({"clusterScoped": True}, "shop")])
def test_may_do_every_call_that_it_makes(app: cdk8s.App, values: Object, namespace: str) -> None:
    emitted = objects(app, values)
    made = calls(config_of(emitted), namespace="default", pod="iter8-0", release_namespace=namespace)
    assert len(made) > 30
    assert [each for each in made if not is_allowed(each, emitted)] == []


def test_may_do_nothing_elsewhere_unless_it_sees_every_namespace(app: cdk8s.App) -> None:
    emitted = objects(app)
    made = calls(config_of(emitted), namespace="shop", pod="iter8-0", release_namespace="shop")
    assert [each for each in made if is_allowed(each, emitted)] == []


@pytest.mark.parametrize("scoped", [False, True])
@pytest.mark.parametrize(
    "call",
    [
        Call("get", "", "secrets", "default", "x"),
        Call("list", "", "secrets", "default", ""),
        Call("create", "", "pods", "default", ""),
        Call("update", "", "pods", "default", "iter8-0"),
        Call("delete", "", "pods", "default", "iter8-0"),
        Call("get", "", "pods", "default", "hello-0"),
        Call("list", "", "pods", "default", ""),
        Call("create", "", "configmaps", "default", ""),
        Call("patch", "", "configmaps", "default", "x"),
        Call("delete", "", "configmaps", "default", "x"),
        Call("create", "apps", "deployments", "default", ""),
        Call("patch", "apps", "deployments", "default", "x"),
        Call("patch", "serving.knative.dev", "services", "default", "x"),
        Call("delete", "networking.istio.io", "virtualservices", "default", "x"),
        Call("get", "", "events", "default", "x"),
        Call("list", "batch", "jobs", "default", ""),
        Call("get", "rbac.authorization.k8s.io", "roles", "default", "x"),
    ],
    ids=str,
)
def test_may_do_no_other_call(app: cdk8s.App, call: Call, scoped: bool) -> None:
    assert not is_allowed(call, objects(app, {"clusterScoped": scoped}))


def test_permissions_are_the_accounts_of_the_pods(app: cdk8s.App) -> None:
    emitted = objects(app, {"name": "mine", "namespace": "ops", "clusterScoped": True})
    account = {"kind": "ServiceAccount", "name": "mine", "namespace": "ops"}
    bindings = [each for each in emitted if each["kind"].endswith("Binding")]
    assert [each["subjects"] for each in bindings] == [[account], [account]]
    assert pod(emitted)["serviceAccountName"] == only("ServiceAccount", emitted)["metadata"]["name"] == "mine"
    assert pod(emitted)["automountServiceAccountToken"] is True
    assert only("ServiceAccount", emitted)["automountServiceAccountToken"] is False
