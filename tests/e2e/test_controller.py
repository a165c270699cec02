"""The controller of this run as it is installed, and what it does."""

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e import controller_installation, controller_process, engine, iter8
from tests.e2e.controller_installation import Installation
from tests.e2e.controller_process import Controller
from tests.e2e.permissions import may
from tests.e2e.release import Release, synth_controller
from tests.e2e.stack.cluster import Cluster
from tests.e2e.stack.eventually import eventually
from tests.e2e.values import blue_green

New = Callable[..., Release]


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
        return engine.engine(cluster, installation, number)

    return make


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
    of_this_run = "" if iter8.binary() else "engine: cdk8s-iter8\n"
    own = Installation(
        controller_installation.read(synth_controller(f"{of_this_run}namespace: {namespace}\n", directory, namespace))
    )
    own.install(cluster)
    assert {"Role", "RoleBinding"} <= {item["kind"] for item in own.objects}
    assert not {"ClusterRole", "ClusterRoleBinding"} & {item["kind"] for item in own.objects}
    listing = ("list", "serving.knative.dev", "services")
    assert may(cluster, own, listing, namespace)
    assert not may(cluster, own, listing, "default")
    process = another(own)
    hello = release()
    try:
        process.start()
        hello.apply(blue_green(30, 70))
        hello.ready()
        hello.routed({"hello-0": 30, "hello-1": 70})
    finally:
        process.stop()
