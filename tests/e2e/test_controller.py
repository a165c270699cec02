"""The controller as `Iter8Controller` installs it: what it may do, and what it does."""

import copy
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e import controller_installation, iter8
from tests.e2e.controller_installation import Installation
from tests.e2e.release import Release, synth_controller
from tests.e2e.stack.cluster import Cluster
from tests.e2e.stack.eventually import eventually
from tests.e2e.values import blue_green

New = Callable[..., Release]

KSVC, CONFIGMAPS = ("serving.knative.dev", "services"), ("", "configmaps")
VIRTUAL_SERVICES = ("networking.istio.io", "virtualservices")
WATCHED = ("get", "list", "watch", "update")

# Read off the controller's calls: informers get, list and watch, finalizers update, routes are applied, events created.
CALLS = [
    *((verb, *KSVC) for verb in WATCHED),
    *((verb, *CONFIGMAPS) for verb in WATCHED),
    *((verb, *VIRTUAL_SERVICES) for verb in (*WATCHED, "patch", "create")),
    ("create", "", "events"),
]
NOT_FOR_IT = [
    *((verb, "", "secrets") for verb in ("get", "list", "watch", "create", "update", "delete")),
    *((verb, "", "pods") for verb in ("create", "update", "patch", "delete")),
    *(("delete", *each) for each in (KSVC, CONFIGMAPS, VIRTUAL_SERVICES)),
    ("create", *KSVC),
    ("create", *CONFIGMAPS),
    ("get", "", "nodes"),
    ("create", "", "serviceaccounts"),
    ("impersonate", "", "users"),
    ("create", "rbac.authorization.k8s.io", "clusterroles"),
    ("bind", "rbac.authorization.k8s.io", "clusterroles"),
    ("list", "networking.istio.io", "gateways"),
    ("get", "batch", "jobs"),
    ("create", "apps", "deployments"),
    ("get", "apiextensions.k8s.io", "customresourcedefinitions"),
]


def may(cluster: Cluster, installation: Installation, call: tuple[str, str, str], namespace: str = "default") -> bool:
    """What RBAC says of a call by the controller's ServiceAccount."""
    verb, group, resource = call
    user = f"system:serviceaccount:{installation.namespace}:{installation.service_account}"
    attributes = {"namespace": namespace, "verb": verb, "group": group, "resource": resource}
    review = cluster.api.request(
        "POST",
        "/apis/authorization.k8s.io/v1/subjectaccessreviews",
        {"spec": {"user": user, "resourceAttributes": attributes}},
    )
    return bool(review["status"]["allowed"])


def test_may_do_each_call_it_makes(cluster: Cluster, installed: Installation) -> None:
    refused = [call for call in CALLS if not may(cluster, installed, call)]
    assert not refused


def test_may_get_its_own_pod(cluster: Cluster, installed: Installation) -> None:
    user = f"system:serviceaccount:{installed.namespace}:{installed.service_account}"
    said = cluster.kubectl(
        "auth", "can-i", "get", f"pods/{installed.name}-0", f"--as={user}", "-n", installed.namespace
    )
    assert said.strip() == "yes"


def test_may_do_nothing_else(cluster: Cluster, installed: Installation) -> None:
    allowed = [call for call in NOT_FOR_IT if may(cluster, installed, call)]
    assert not allowed


def test_pods_pass_the_restricted_standard(cluster: Cluster, installed: Installation, namespace: str) -> None:
    """The API server admits its pod to a namespace that enforces the standard."""
    cluster.kubectl("label", "namespace", namespace, "pod-security.kubernetes.io/enforce=restricted")
    cluster.kubectl("create", "serviceaccount", installed.service_account, "-n", namespace)
    template: dict[str, Any] = copy.deepcopy(installed.only("StatefulSet")["spec"]["template"])
    pod = {"apiVersion": "v1", "kind": "Pod", **template}
    pod["metadata"] = {**template["metadata"], "name": "iter8-0", "namespace": namespace}
    result = cluster.kubectl.apply([pod], "--dry-run=server")
    assert "pod/iter8-0 created" in result
    pod["spec"]["containers"][0]["securityContext"]["allowPrivilegeEscalation"] = True
    with pytest.raises(Exception, match="violates PodSecurity"):
        cluster.kubectl.apply([pod], "--dry-run=server")


def test_configuration_names_every_type(installation: Installation) -> None:
    """In the spelling that the controller reads: other keys would be ignored without a word."""
    types = installation.configuration["resourceTypes"]
    assert types["ksvc"] == {
        "Group": "serving.knative.dev",
        "Version": "v1",
        "Resource": "services",
        "conditions": ["Ready"],
    }
    for name, each in types.items():
        assert {"Group", "Version", "Resource"} <= set(each) <= {"Group", "Version", "Resource", "conditions"}, name


@pytest.mark.real_controller("the live override through the annotation")
def test_live_override_and_its_reset(release: New) -> None:
    """Annotating a version's weight-config shifts traffic; applying the declared values again restores it."""
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    hello.cluster.kubectl(
        "annotate", "--overwrite", "cm/hello-1-weight-config", "iter8.tools/weight=10", "-n", hello.namespace
    )
    hello.routed({"hello-0": 30, "hello-1": 10})
    hello.apply(None)
    hello.routed({"hello-0": 30, "hello-1": 70})


@pytest.mark.real_controller("ownership")
def test_route_is_owned_by_the_routemap(release: New, controller: object) -> None:
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    route = hello.route()
    routemap = hello.cluster.api.get("cm", hello.namespace, "hello-routemap")
    assert route is not None
    assert routemap is not None
    assert [owner["uid"] for owner in route["metadata"]["ownerReferences"]] == [routemap["metadata"]["uid"]]
    assert {entry["manager"] for entry in route["metadata"]["managedFields"]} == {"iter8-controller"}
    iter8.idle(controller)  # it applies what it still has to do once more, then without an owner
    hello.cluster.api.delete("cm", hello.namespace, "hello-routemap")
    eventually(hello.route, lambda seen: seen is None, "the VirtualService of the deleted routemap gone", 60)


@pytest.fixture
def program() -> Path:
    """The real controller's program."""
    found = iter8.binary()
    if found is None:
        pytest.skip("starts controllers of its own: set ITER8_BIN")
    return found


@pytest.fixture
def stopped(controller: object, cluster: Cluster, program: Path) -> Iterator[None]:
    """The session's controller stands still for one test."""
    assert isinstance(controller, iter8.Controller)
    controller.stop()
    iter8.clear(cluster)
    yield
    iter8.clear(cluster)
    controller.start()


@pytest.mark.real_controller("the leader")
@pytest.mark.usefixtures("stopped")
def test_only_the_leader_makes_routes(release: New, cluster: Cluster, installed: Installation, program: Path) -> None:
    """A second replica watches, but applies nothing; with the first one started, the route appears."""
    hello = release()
    follower = iter8.iter8(program, cluster, installed, pod=f"{installed.name}-1")
    leader = iter8.iter8(program, cluster, installed, pod=f"{installed.name}-0")
    try:
        follower.start()
        hello.apply(blue_green(30, 70))
        hello.ready()
        eventually(
            lambda: "not leader" in follower.log.read_text(errors="replace"), bool, "the follower sees the routemap"
        )
        time.sleep(1)
        assert hello.route() is None
        leader.start()
        hello.routed({"hello-0": 30, "hello-1": 70})
    finally:
        follower.stop()
        leader.stop()


@pytest.mark.real_controller("a controller of one namespace")
@pytest.mark.usefixtures("stopped")
def test_of_one_namespace_needs_no_more(
    release: New, cluster: Cluster, namespace: str, program: Path, tmp_path: Path
) -> None:
    """With a Role in its namespace alone, it makes the routes of that namespace."""
    directory = tmp_path / "controller"
    directory.mkdir()
    own = Installation(
        controller_installation.read(synth_controller(f"namespace: {namespace}\n", directory, namespace))
    )
    own.install(cluster)
    assert {"Role", "RoleBinding"} <= {item["kind"] for item in own.objects}
    assert not {"ClusterRole", "ClusterRoleBinding"} & {item["kind"] for item in own.objects}
    assert may(cluster, own, ("list", *KSVC), namespace)
    assert not may(cluster, own, ("list", *KSVC), "default")
    process = iter8.iter8(program, cluster, own)
    hello = release()
    try:
        process.start()
        hello.apply(blue_green(30, 70))
        hello.ready()
        hello.routed({"hello-0": 30, "hello-1": 70})
    finally:
        process.stop()
