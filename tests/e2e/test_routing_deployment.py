"""The routing controller as its Deployment runs it, and whether it may do what it does, and no more."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e import controller_installation, engine
from tests.e2e.confined import Confined
from tests.e2e.controller_installation import Installation
from tests.e2e.permissions import Call, calls, permitted
from tests.e2e.release import Release, synth_controller
from tests.e2e.stack import loopback, ports
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.process import Process
from tests.e2e.values import blue_green, knative, ksvc
from tests.support.image import build_wheel, install

New = Callable[..., Release]

VALUES = """\
engine: cdk8s-iter8
name: confined
namespace: iter8-system
clusterScoped: true
resourceTypes: auto
drainSeconds: 1
port: {port}
"""

# What a program can do: the places that it can write to, its capabilities, its user.
LOOK = """
import json, os, tempfile
def can_write(place):
    try:
        with tempfile.TemporaryFile(dir=place):
            return True
    except OSError:
        return False
places = [place for place, _, _ in os.walk("/") if not place.startswith("/proc")]
status = dict(line.split(":\\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\\t" in line)
found = {
    "places": len(places),
    "writable": [place for place in places if can_write(place)],
    "user": os.getuid(),
    "groups": os.getgroups(),
    "capabilities": int(status["CapEff"], 16) | int(status["CapPrm"], 16) | int(status["CapBnd"], 16),
    "gains": status["NoNewPrivs"] != "1",
    "home": os.path.exists("/home"),
}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is in the image, installed."""
    place = tmp_path_factory.mktemp("image")
    return install(build_wheel(place), place / "programs").parents[1]


@pytest.fixture
def confined(stack: Stack, programs: Path, tmp_path: Path) -> Iterator[Confined]:
    """A pod of a Deployment that knows exactly the types of the app's one release."""
    directory = tmp_path / "controller"
    directory.mkdir()
    files = synth_controller(VALUES.format(port=ports.free()), directory)
    installation = Installation(controller_installation.read(files))
    installation.install(stack)
    (tmp_path / "pod").mkdir()
    pod = Confined(installation, tmp_path / "pod", programs, stack.apiserver.port)
    pod.prepare(stack)
    yield pod
    installation.uninstall(stack)


@pytest.fixture
def running(stopped: None, confined: Confined, stack: Stack) -> Iterator[Process]:
    """The program with the emitted arguments, once its readiness probe is content."""
    container = confined.installation.container
    probe = container["readinessProbe"]["httpGet"]["path"]
    (port,) = (entry["containerPort"] for entry in container["ports"])
    process = Process(
        "confined",
        confined.command([container["command"][0], *engine.arguments(confined.installation, port)]),
        stack.directory,
        ready=lambda: loopback.get(port, probe)[0] == 200,
    )
    try:
        process.start()
        yield process
    finally:
        process.stop()


def test_it_is_confined_as_the_deployment_says(confined: Confined) -> None:
    """Else the other tests here would show nothing."""
    command = confined.command(["python", "-c", LOOK])
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report.pop("places") > 100
    assert report == {
        "writable": [],
        "user": confined.installation.container["securityContext"]["runAsUser"],
        "groups": [],
        "capabilities": 0,
        "gains": False,
        "home": False,
    }


def test_it_serves_a_release(release: New, running: Process, confined: Confined, stack: Stack) -> None:
    """From the first route to the last, with what the Deployment gives it; it does all that it may, and no more."""
    container = confined.installation.container
    (port,) = (entry["containerPort"] for entry in container["ports"])
    assert loopback.get(port, container["livenessProbe"]["httpGet"]["path"])[0] == 200
    assert loopback.get(port, "/metrics")[0] == 200
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    hello.splits({"hello-0": 30, "hello-1": 70})
    hello.ready("hello-1", status="False")
    hello.routed({"hello-0": 1})
    hello.ready("hello-1")
    hello.routed({"hello-0": 30, "hello-1": 70})
    # Iter8's controller leaves its finalizer on whatever it has watched.
    config, left = "hello-1-weight-config", {"metadata": {"finalizers": ["iter8.tools/finalizer"]}}
    stack.api.merge("cm", hello.namespace, config, left)
    stack.kubectl("delete", f"cm/{config}", "-n", hello.namespace, "--timeout=60s")
    hello.apply(knative("none", ksvc("v1"), ksvc("v2")))
    eventually(hello.route, lambda seen: seen is None, "the route of another strategy gone")
    hello.delete()
    memory = peak_memory(running)
    hello.figures.note(hello.scenario, f"the confined controller used {memory / 2**20:.0f} MiB at most")
    assert memory < mebibytes(container["resources"]["limits"]["memory"])
    running.stop()
    assert running.process is not None
    assert running.process.returncode == 0
    judge(stack, confined.installation)


def judge(stack: Stack, installation: Installation) -> None:
    """Compares what it has done, by the API server's audit log, with what it may do."""
    made = list(calls(stack, installation))
    assert [call for call, status in made if status == 403] == []
    done, allowed = {call for call, _ in made}, permitted(installation)
    # A new object is applied with the verb `patch`, and the API server asks for `create` in the course of that.
    unseen = {Call("create", "networking.istio.io", "virtualservices")}
    assert sorted(allowed - done) == sorted(unseen)
    assert sorted(done - allowed) == []


def peak_memory(process: Process) -> int:
    """The most memory that it has used, in bytes."""
    assert process.process is not None
    status = Path(f"/proc/{process.process.pid}/status").read_text()
    (kibibytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(kibibytes) * 1024


def mebibytes(quantity: str) -> int:
    """A quantity such as 256Mi, in bytes."""
    assert quantity.endswith("Mi")
    return int(quantity.removesuffix("Mi")) * 2**20
