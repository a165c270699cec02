from pathlib import Path

import cdk8s
import pytest

from tests.support import routing_calls, routing_objects
from tests.support.controller_calls import Call, calls, is_allowed
from tests.support.controller_objects import Object, config_of, objects, only, pod

LEASED = ("get", "create", "update")
NOT_FOR_THE_ROUTING_CONTROLLER = [
    *(Call(verb, "", "secrets", "default", "x") for verb in ("get", "list", "watch")),
    *(Call(verb, "", "pods", "default", "x") for verb in ("get", "list", "create", "update", "patch", "delete")),
    *(Call(verb, "", "configmaps", "default", "x") for verb in ("get", "create", "update", "delete")),
    *(Call(verb, "apps", "deployments", "default", "x") for verb in ("get", "create", "update", "delete")),
    *(Call(verb, "serving.knative.dev", "services", "default", "x") for verb in ("get", "create", "update", "delete")),
    Call("update", "networking.istio.io", "virtualservices", "default", "x"),
    Call("deletecollection", "networking.istio.io", "virtualservices", "default", "x"),
    Call("list", "networking.istio.io", "gateways", "default", ""),
    *(Call(verb, "", "events", "default", "x") for verb in ("get", "list", "patch", "delete")),
    *(Call(verb, "coordination.k8s.io", "leases", "default", "another") for verb in ("get", "update", "delete")),
    *(Call(verb, "coordination.k8s.io", "leases", "default", "") for verb in ("list", "watch")),
    Call("get", "rbac.authorization.k8s.io", "roles", "default", "x"),
    Call("get", "apiextensions.k8s.io", "customresourcedefinitions", "", "x"),
    Call("list", "", "namespaces", "", ""),
]


@pytest.fixture
def app(tmp_path: Path) -> cdk8s.App:
    return cdk8s.App(outdir=str(tmp_path / "dist"))


@pytest.mark.parametrize(("values", "namespace"), [({}, "default"), ({"clusterScoped": True}, "shop")])
def test_may_do_every_call_that_it_makes(app: cdk8s.App, values: Object, namespace: str) -> None:
    emitted = objects(app, values)
    made = calls(config_of(emitted), namespace="default", pod="iter8-0", release_namespace=namespace)
    assert len(made) > 30
    assert [call for call in made if not is_allowed(call, emitted)] == []


def test_may_do_nothing_elsewhere_unless_it_sees_every_namespace(app: cdk8s.App) -> None:
    emitted = objects(app)
    made = calls(config_of(emitted), namespace="shop", pod="iter8-0", release_namespace="shop")
    assert [call for call in made if is_allowed(call, emitted)] == []


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


class TestRoutingController:
    @pytest.mark.parametrize(("values", "namespace"), [({}, "default"), ({"clusterScoped": True}, "shop")])
    def test_may_do_every_call_that_it_makes(self, app: cdk8s.App, values: Object, namespace: str) -> None:
        emitted = routing_objects.objects(app, values)
        made = routing_calls.calls(
            config_of(emitted), namespace="default", lease="routing-controller", release_namespace=namespace
        )
        assert len(made) > 30
        assert [call for call in made if not is_allowed(call, emitted)] == []

    def test_may_do_nothing_elsewhere_unless_it_sees_every_namespace(self, app: cdk8s.App) -> None:
        emitted = routing_objects.objects(app)
        made = routing_calls.calls(
            config_of(emitted), namespace="shop", lease="routing-controller", release_namespace="shop"
        )
        assert [call for call in made if is_allowed(call, emitted)] == []

    @pytest.mark.parametrize("scoped", [False, True])
    @pytest.mark.parametrize("call", NOT_FOR_THE_ROUTING_CONTROLLER, ids=str)
    def test_may_do_no_other_call(self, app: cdk8s.App, call: Call, scoped: bool) -> None:
        assert not is_allowed(call, routing_objects.objects(app, {"clusterScoped": scoped}))

    def test_another_namespaces_lease_is_not_its_own(self, app: cdk8s.App) -> None:
        emitted = routing_objects.objects(app, {"clusterScoped": True})
        leases = [Call(verb, "coordination.k8s.io", "leases", "kube-system", "routing-controller") for verb in LEASED]
        assert [call for call in leases if is_allowed(call, emitted)] == []


def test_permissions_are_the_accounts_of_the_pods(app: cdk8s.App) -> None:
    emitted = objects(app, {"name": "mine", "namespace": "ops", "clusterScoped": True})
    account = {"kind": "ServiceAccount", "name": "mine", "namespace": "ops"}
    bindings = [manifest for manifest in emitted if manifest["kind"].endswith("Binding")]
    assert [binding["subjects"] for binding in bindings] == [[account], [account]]
    assert pod(emitted)["serviceAccountName"] == only("ServiceAccount", emitted)["metadata"]["name"] == "mine"
    assert pod(emitted)["automountServiceAccountToken"] is True
    assert only("ServiceAccount", emitted)["automountServiceAccountToken"] is False
