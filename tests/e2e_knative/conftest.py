"""The stack with Knative, what turns routemaps into routes, and releases, as fixtures."""

import os
import re
import resource
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e import controller_installation, engine, iter8
from tests.e2e.controller_installation import Installation
from tests.e2e.figures import Figures
from tests.e2e.release import ROOT, synth_controller
from tests.e2e.stack.build import MissingError
from tests.e2e_knative.release import KnativeRelease
from tests.e2e_knative.stack import cluster as clusters
from tests.e2e_knative.stack.cluster import KnativeStack
from tests.e2e_knative.stack.node import ADDRESS

FIGURES = pytest.StashKey[Figures]()
BEGAN = time.monotonic()
DIRECTORY = ROOT / "build" / "e2e-knative"
"""The logs of one run; the next run begins with an empty directory."""

MINE = "e2e_knative"


def wanted(config: pytest.Config) -> bool:
    """Whether this run is for the tests with Knative; others see this file too."""
    return bool(config.getoption("markexpr") == MINE)


def router() -> str:
    """What turns routemaps into routes in this run."""
    return "the Iter8 controller (ITER8_BIN)" if iter8.binary() else "this project's own controller"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "own_controller(shows): what only this project's own controller does")
    if wanted(config):
        config.stash[FIGURES] = Figures(router=router())
        shutil.rmtree(DIRECTORY, ignore_errors=True)
        DIRECTORY.mkdir(parents=True)


def pytest_report_header(config: pytest.Config) -> list[str]:
    if not wanted(config):
        return []
    return [f"e2e-knative routes made by: {router()}", f"e2e-knative logs: {DIRECTORY.relative_to(ROOT)}"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip by name what Iter8's controller does not do."""
    if not wanted(config) or iter8.binary() is None:
        return
    for item in items:
        if marker := item.get_closest_marker("own_controller"):
            item.add_marker(pytest.mark.skip(reason=f"Iter8's controller does not: {marker.args[0]}"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not wanted(config):
        return
    figures = config.stash[FIGURES]
    figures.scenarios = len(terminalreporter.stats.get("passed", []))
    terminalreporter.section("figures")
    for line in figures.lines():
        terminalreporter.write_line(line)
    figures.write(Path(os.environ.get("E2E_RESULTS") or ROOT / "build" / "e2e-knative.json"))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    terminalreporter.write_line(
        f"{figures.scenarios} scenarios passed in {time.monotonic() - BEGAN:.0f} s, "
        f"{sum(f.sent for f in figures.figures)} requests measured, routes made by {figures.router}, "
        f"largest process {memory} MB"
    )
    if terminalreporter.stats.get("failed") or terminalreporter.stats.get("error"):
        terminalreporter.write_line(f"logs are kept in {DIRECTORY}")
    else:
        shutil.rmtree(DIRECTORY, ignore_errors=True)


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    return pytestconfig.stash[FIGURES]


@pytest.fixture(scope="session")
def cluster() -> Iterator[KnativeStack]:
    """Everything, Knative among it."""
    if f" {ADDRESS} " not in Path("/proc/net/fib_trie").read_text().replace("\n", " "):
        pytest.exit("these tests need a network of their own: run `make e2e-knative`", returncode=1)
    try:
        with clusters.running(DIRECTORY) as stack:
            sys.stderr.write(f"\ne2e-knative: the stack started in {stack.seconds:.1f} s\n")
            yield stack
    except MissingError as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture(scope="session", autouse=True)
def controller(cluster: KnativeStack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """The controller with its emitted configuration and only the permissions of its ServiceAccount."""
    program = iter8.binary()
    file = "controller.yaml" if program else "routing-controller.yaml"
    values = (ROOT / "tests" / "e2e" / file).read_text()
    objects = synth_controller(values, tmp_path_factory.mktemp("controller"))
    installation = Installation(controller_installation.read(objects))
    installation.install(cluster)
    process = iter8.iter8(program, cluster, installation) if program else engine.engine(cluster, installation)
    try:
        process.start()
        yield process
    finally:
        process.stop()


@pytest.fixture
def namespace(cluster: KnativeStack, request: pytest.FixtureRequest) -> Iterator[str]:
    """A namespace for one test, deleted after it, so that its pods do not take the machine from others."""
    test = re.sub(r"[^a-z0-9]+", "-", request.node.name.removeprefix("test_").lower()).strip("-")[:40].strip("-")
    name = f"{test}-{os.urandom(2).hex()}"
    cluster.kubectl("create", "namespace", name)
    yield name
    cluster.kubectl("delete", "namespace", name, "--wait=false")


@pytest.fixture
def release(
    cluster: KnativeStack, namespace: str, figures: Figures, tmp_path: Path, request: pytest.FixtureRequest
) -> Callable[..., KnativeRelease]:
    """Makes a release of that name in the test's namespace; nothing is applied yet."""

    def make(name: str = "hello") -> KnativeRelease:
        directory = tmp_path / name
        directory.mkdir()
        scenario = f"{request.path.stem.removeprefix('test_')}: {request.node.name.removeprefix('test_')}"
        entry = cluster.sidecar.listeners[80]
        return KnativeRelease(cluster, namespace, name, directory, figures, scenario, entry=entry)

    return make
