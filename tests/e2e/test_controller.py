"""The controller as `Iter8Controller` installs it: what it may do, and what it does."""

import copy
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e import controller_installation, controller_process, engine, iter8
from tests.e2e.controller_installation import Installation
from tests.e2e.controller_process import Controller, clear
from tests.e2e.release import Release, synth_controller
from tests.e2e.stack.cluster import Cluster, Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow
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
    manager = "iter8-controller" if iter8.binary() else "cdk8s-iter8"
    assert {entry["manager"] for entry in route["metadata"]["managedFields"]} == {manager}
    controller_process.idle(controller)  # it applies what it still has to do once more, then without an owner
    hello.cluster.api.delete("cm", hello.namespace, "hello-routemap")
    eventually(hello.route, lambda seen: seen is None, "the VirtualService of the deleted routemap gone", 60)


Another = Callable[..., Controller]


@pytest.fixture
def another(cluster: Cluster) -> Another:
    """Makes one more controller of the kind that this run is about: of an installation, with a pod's number."""

    def make(installation: Installation, number: int = 0) -> Controller:
        program = iter8.binary()
        if program is not None:
            return iter8.iter8(program, cluster, installation, pod=f"{installation.name}-{number}")
        return engine.engine(cluster, installation, pod=f"cdk8s-iter8-{number}")

    return make


@pytest.fixture
def stopped(controller: object, cluster: Cluster) -> Iterator[None]:
    """The session's controller stands still for one test."""
    if not isinstance(controller, Controller):
        pytest.skip("starts controllers of its own, but the cluster has one")
    controller.stop()
    clear(cluster)
    yield
    clear(cluster)
    controller.start()


@pytest.mark.usefixtures("stopped")
def test_only_the_leader_makes_routes(
    release: New, cluster: Cluster, installed: Installation, another: Another
) -> None:
    """A second replica watches, but applies nothing; when the first one dies or starts, the route follows again."""
    hello = release()
    follower, leader = another(installed, 1), another(installed, 0)
    try:
        if leader.slow:  # Iter8's leader is the pod with the number 0
            follower.start()
            hello.apply(blue_green(30, 70))
            hello.ready()
            eventually(lambda: "not leader" in follower.said(), bool, "the follower sees the routemap")
            time.sleep(1)
            assert hello.route() is None
            leader.start()
            hello.routed({"hello-0": 30, "hello-1": 70})
            return
        leader.start()
        eventually(lambda: "is the leader" in leader.said(), bool, "the first has the Lease")
        follower.start()
        hello.apply(blue_green(30, 70))
        hello.ready()
        hello.routed({"hello-0": 30, "hello-1": 70})
        assert "RouteApplied" not in follower.said()
        leader.stop(signal.SIGKILL)
        began = time.monotonic()
        hello.ready("hello-1", status="False")
        hello.routed({"hello-0": 1})
        seconds = time.monotonic() - began
        assert seconds < 15
        hello.figures.note(hello.scenario, f"the standby took over {seconds:.1f} s after the leader was killed")
    finally:
        follower.stop()
        leader.stop()


@pytest.mark.usefixtures("stopped")
def test_of_one_namespace_needs_no_more(
    release: New, cluster: Cluster, namespace: str, another: Another, tmp_path: Path
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
    process = another(own)
    hello = release()
    try:
        process.start()
        hello.apply(blue_green(30, 70))
        hello.ready()
        hello.routed({"hello-0": 30, "hello-1": 70})
    finally:
        process.stop()


@pytest.mark.local_envoy
def test_moving_from_iter8s_controller_and_back(
    release: New, stack: Stack, installed: Installation, controller: object
) -> None:
    """No request fails while Iter8's controller is stopped and this project's is started, and the other way."""
    if iter8.binary() is None or not isinstance(controller, Controller):
        pytest.skip("needs Iter8's controller: set ITER8_BIN")
    controller_process.renew(controller, stack)
    hello, ours = release(), engine.engine(stack, installed)
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    with Flow(hello.port, hello.host) as tally:
        controller.stop()
        ours.start()
        hello.ready("hello-1", status="False")
        hello.routed({"hello-0": 1})
        ours.stop()
        controller.start()
        hello.ready("hello-1")
        hello.routed({"hello-0": 30, "hello-1": 70})
    hello.record(tally, note="while the controllers took turns")
    assert tally.failed == 0, tally.explain()
    hello.delete()
    eventually(hello.route, lambda seen: seen is None, "the VirtualService gone", 60)
