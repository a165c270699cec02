"""The stack with Knative, what turns routemaps into routes, and releases, as fixtures."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e import iter8
from tests.e2e.controller_process import Controller
from tests.e2e.figures import Figures
from tests.e2e.release import ROOT
from tests.e2e.stack.build import MissingError
from tests.e2e.verbs import Verbs
from tests.e2e_knative import controllers
from tests.e2e_knative.memory import Peak
from tests.e2e_knative.release import KnativeRelease
from tests.e2e_knative.revised import SHARES, blue_green
from tests.e2e_knative.stack import cluster as clusters
from tests.e2e_knative.stack.cluster import KnativeStack
from tests.e2e_knative.stack.node import ADDRESS
from tests.support.end_to_end import namespace_of, report, scenario_of, skip_own_controller

FIGURES = pytest.StashKey[Figures]()
PEAK = pytest.StashKey[Peak]()
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
        config.stash[PEAK] = Peak()
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
    skip_own_controller(items)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not wanted(config):
        return
    memory = f"at most {config.stash[PEAK].bytes / 1e9:.1f} GB of memory for all processes together"
    more = f", {time.monotonic() - BEGAN:.0f} s, {memory}"
    report(terminalreporter, config.stash[FIGURES], ROOT / "build" / "e2e-knative.json", DIRECTORY, more)


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    return pytestconfig.stash[FIGURES]


@pytest.fixture(scope="session")
def cluster(pytestconfig: pytest.Config) -> Iterator[KnativeStack]:
    """Everything, Knative among it."""
    if f" {ADDRESS} " not in Path("/proc/net/fib_trie").read_text().replace("\n", " "):
        pytest.exit("these tests need a network of their own: run `make e2e-knative`", returncode=1)
    try:
        with pytestconfig.stash[PEAK], clusters.running(DIRECTORY) as stack:
            sys.stderr.write(f"\ne2e-knative: the stack started in {stack.seconds:.1f} s\n")
            yield stack
    except MissingError as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture(scope="session", autouse=True)
def controller(cluster: KnativeStack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Controller]:
    """The controller with its emitted configuration and only the permissions of its ServiceAccount."""
    process = controllers.installed(controllers.values(), cluster, tmp_path_factory.mktemp("controller"))
    try:
        process.start()
        yield process
    finally:
        process.stop()


@pytest.fixture
def namespace(cluster: KnativeStack, request: pytest.FixtureRequest) -> Iterator[str]:
    """A namespace for one test, deleted after it, so that its pods do not take the machine from others."""
    name = namespace_of(request)
    cluster.kubectl("create", "namespace", name)
    yield name
    cluster.delete_namespace(name)


@pytest.fixture
def release(
    cluster: KnativeStack, namespace: str, figures: Figures, tmp_path: Path, request: pytest.FixtureRequest
) -> Callable[..., KnativeRelease]:
    """Makes a release of that name in the test's namespace; nothing is applied yet."""

    def make(name: str = "hello") -> KnativeRelease:
        directory = tmp_path / name
        directory.mkdir()
        entry = cluster.sidecar.listeners[80]
        return KnativeRelease(cluster, namespace, name, directory, figures, scenario_of(request), entry=entry)

    return make


@pytest.fixture
def verbs(cluster: KnativeStack, namespace: str, tmp_path: Path) -> Verbs:
    """Somebody who applies values in the test's namespace."""
    return Verbs(cluster.kubectl.kubeconfig, tmp_path, namespace)


@pytest.fixture
def started(release: Callable[..., KnativeRelease]) -> KnativeRelease:
    """30/70, with one revision each."""
    hello = release()
    hello.apply(blue_green("v1", "v2"))
    hello.becomes()
    hello.routed(SHARES)
    hello.requests(50)
    return hello
