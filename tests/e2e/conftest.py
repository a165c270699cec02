"""The stack, what turns routemaps into routes, and releases, as fixtures."""

import functools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e import controller_installation, controller_process, engine, iter8
from tests.e2e.controller_installation import Installation
from tests.e2e.figures import Figures
from tests.e2e.release import ROOT, Release, synth_controller
from tests.e2e.stack import cluster as clusters
from tests.e2e.stack.build import MissingError
from tests.e2e.stack.cluster import Cluster, Stack
from tests.e2e.stack.kubectl import Kubectl
from tests.e2e.stack.local_gateway import LocalGateway, local_gateway
from tests.e2e.values import blue_green
from tests.support.end_to_end import last_lines, namespace_of, report, scenario_of, skip_own_controller

FIGURES = pytest.StashKey[Figures]()
DIRECTORY = pytest.StashKey[Path]()

LAST = ("test_controller.py", "test_move.py", "test_faults.py")
"""They restart the controller, which then works off every object that there is."""


@functools.cache
def given() -> str | None:
    """The Iter8 controller of this run, if one is given."""
    if iter8.binary() is not None:
        return "the Iter8 controller (ITER8_BIN)"
    kubeconfig = clusters.given()
    if kubeconfig and iter8.in_cluster(Kubectl(kubeconfig)):
        return "the Iter8 controller in the cluster"
    return None


def router() -> str:
    """What turns routemaps into routes in this run."""
    return given() or "this project's own controller (`cdk8s-iter8 controller`)"


def wanted(config: pytest.Config) -> bool:
    """Whether this run is for the end-to-end tests; others see this file too."""
    return bool(config.getoption("markexpr") == "e2e")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "own_controller(shows): what only this project's own controller does")
    config.addinivalue_line("markers", "local_envoy: sends requests through an Envoy on this machine")
    if wanted(config):
        config.stash[FIGURES] = Figures(router=router())
        config.stash[DIRECTORY] = clusters.fresh_directory()


def pytest_report_header(config: pytest.Config) -> list[str]:
    if not wanted(config):
        return []
    where = clusters.given() or "own API server, istiod and Envoy on loopback"
    return [
        f"e2e cluster: {where}",
        f"e2e routes made by: {router()}",
        f"e2e logs: {config.stash[DIRECTORY]}",
    ]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip by name what this run cannot show; what disturbs others comes last."""
    if not wanted(config):
        return
    items.sort(key=lambda item: LAST.index(item.path.name) + 1 if item.path.name in LAST else 0)
    mine = [item for item in items if ROOT / "tests" / "e2e" in item.path.parents]
    if given() is not None:
        skip_own_controller(mine)
    for item in mine:
        if item.get_closest_marker("local_envoy") and clusters.given():
            item.add_marker(pytest.mark.skip(reason="needs the local Envoy: unset KUBECONFIG"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not wanted(config):
        return
    logs = config.stash[DIRECTORY]
    if report(terminalreporter, config.stash[FIGURES], ROOT / "build" / "e2e.json", logs):
        for line in last_lines(logs):
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    return pytestconfig.stash[FIGURES]


@pytest.fixture(scope="session")
def cluster(pytestconfig: pytest.Config) -> Iterator[Cluster]:
    """The cluster under test."""
    directory, kubeconfig = pytestconfig.stash[DIRECTORY], clusters.given()
    try:
        if kubeconfig:
            with clusters.existing(kubeconfig, directory) as existing:
                yield existing
        else:
            with clusters.own(directory) as stack:
                sys.stderr.write(f"\ne2e: the stack started in {stack.seconds:.1f} s\n")
                yield stack
    except MissingError as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture(scope="session")
def stack(cluster: Cluster) -> Stack:
    """The cluster with all its parts in our hands."""
    if not isinstance(cluster, Stack):
        pytest.skip("needs the local API server, istiod and Envoy: unset KUBECONFIG")
    return cluster


@pytest.fixture(scope="session")
def knative_gateway(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalGateway]:
    """An Envoy that is Knative's local gateway."""
    with local_gateway(stack, tmp_path_factory.mktemp("gateway")) as gateway:
        yield gateway


@pytest.fixture(scope="session")
def gateway_port(knative_gateway: LocalGateway) -> int:
    """Its port."""
    return knative_gateway.port


@pytest.fixture(scope="session")
def iter8_installed(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The objects of Iter8's controller, as our own program emits them, applied."""
    yield from applied(cluster, "controller.yaml", tmp_path_factory.mktemp("controller"))


@pytest.fixture(scope="session")
def routing_installed(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The objects of this project's own controller, applied."""
    yield from applied(cluster, "routing-controller.yaml", tmp_path_factory.mktemp("routing-controller"))


def applied(cluster: Cluster, file: str, directory: Path) -> Iterator[Installation]:
    values = (ROOT / "tests" / "e2e" / file).read_text()
    installation = Installation(controller_installation.read(synth_controller(values, directory)))
    installation.install(cluster)
    yield installation
    if not isinstance(cluster, Stack):
        installation.remove(cluster)


@pytest.fixture(scope="session")
def installed(request: pytest.FixtureRequest) -> Installation:
    """The objects of the controller that this run is about, applied."""
    installation: Installation = request.getfixturevalue("iter8_installed" if given() else "routing_installed")
    return installation


@pytest.fixture(scope="session", autouse=True)
def controller(cluster: Cluster, request: pytest.FixtureRequest) -> Iterator[object]:
    """Whatever makes routes of routemaps in this run."""
    program = iter8.binary()
    if program is None and given():
        yield None
        return
    installation: Installation = request.getfixturevalue("installed")
    if program is not None:
        process = iter8.iter8(program, cluster, installation)
    else:
        process = engine.engine(cluster, installation)
    try:
        process.start()
        yield process
    finally:
        process.stop()


@pytest.fixture
def stopped(controller: object, cluster: Cluster) -> Iterator[None]:
    """The session's controller stands still for one test."""
    if not isinstance(controller, controller_process.Controller):
        pytest.skip("starts controllers of its own, but the cluster has one")
    controller.stop()
    controller_process.clear(cluster)
    yield
    controller_process.clear(cluster)
    controller.start()


@pytest.fixture(scope="module", autouse=True)
def idle(cluster: Cluster, controller: object) -> None:
    """The scenarios of a file do not wait for what the controller still has to do for those of another."""
    controller_process.renew(controller, cluster)


@pytest.fixture
def namespace(cluster: Cluster, request: pytest.FixtureRequest) -> Iterator[str]:
    """A namespace for one test; in a cluster that is not thrown away, it is deleted after the test."""
    name = namespace_of(request)
    cluster.kubectl("create", "namespace", name)
    yield name
    if not isinstance(cluster, Stack):
        cluster.kubectl("delete", "namespace", name, "--wait=false")


@pytest.fixture
def release(
    cluster: Cluster, namespace: str, figures: Figures, tmp_path: Path, request: pytest.FixtureRequest
) -> Callable[..., Release]:
    """Makes a release of that name in the test's namespace; nothing is applied yet."""

    def make(name: str = "hello") -> Release:
        directory = tmp_path / name
        directory.mkdir()
        return Release(cluster, namespace, name, directory, figures, scenario_of(request))

    return make


@pytest.fixture
def started(release: Callable[[], Release]) -> Release:
    """A release of two versions, with its route."""
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    return hello
