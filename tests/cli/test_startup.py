"""What each command imports: start-up is mostly imports, and what is heavy must not come back unnoticed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.api_server import APIServer
from tests.support.live_release import LiveRelease
from tests.support.object_store import object_store
from tests.support.released import blue_green, planned, values

NODE = {"cdk8s", "cdk8s_plus_27", "cdk8s_iter8_crds", "constructs", "jsii"}
CLUSTER = {"kubernetes", "urllib3", "requests", "cdk8s_iter8.cluster", "cdk8s_iter8.engine"}
CONTROLLER = {"aiohttp", "prometheus_client", "kubernetes.aio"}
VALUES = {"cdk8s_iter8.environments", "cdk8s_iter8.release.resolved", "cdk8s_iter8.traffic.match", "jsonschema_rs"}

PROGRAM = """
import atexit, json, sys
atexit.register(lambda: open(sys.argv.pop(), "w").write(json.dumps(list(sys.modules))))
kept = sys.argv[-1]
sys.argv = ["cdk8s-iter8", *sys.argv[1:-1]]
from cdk8s_iter8.cli.main import main
try:
    main()
finally:
    sys.argv.append(kept)
"""


def loaded(directory: Path, *arguments: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    file = directory / "modules.json"
    command = [sys.executable, "-c", PROGRAM, *arguments, str(file)]
    done = subprocess.run(command, cwd=directory, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(json.loads(file.read_text()))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "hello.yaml").write_text(blue_green(30, 70))
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        "weights hello.yaml hello-0=50",
        "candidate hello.yaml --name hello-2 --image example/hello:2",
        "promote hello.yaml --dry-run",
        "set hello.yaml application.versions[0].weight=5",
        "validate hello.yaml",
        "template hello.yaml",
        "preview hello.yaml -o json",
        "schema",
    ],
)
def test_what_reads_values_imports_neither_node_nor_a_cluster(arguments: str, directory: Path) -> None:
    assert not loaded(directory, *arguments.split()) & {*NODE, *CLUSTER, *CONTROLLER, "rich"}


@pytest.mark.parametrize("arguments", ["status hello -o json", "status hello"])
def test_a_status_without_a_file_imports_no_values(arguments: str, directory: Path, server: APIServer) -> None:
    (directory / "cluster").mkdir()
    data = values("knative-istio", "blue-green", {"weight": 30}, {"weight": 70})
    LiveRelease(planned(directory / "cluster", data, "hello")).serve(server)
    modules = loaded(directory, *arguments.split())
    unwanted = {*NODE, *CONTROLLER, *VALUES} | ({"rich"} if "json" in arguments else set())
    assert not modules & unwanted
    assert few_models(modules)


def test_what_changes_a_cluster_imports_no_more_than_the_client(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with object_store() as store:
        monkeypatch.setenv("KUBECONFIG", str(store.server.kubeconfig(directory / "kubeconfig")))
        for arguments in (
            "diff hello.yaml",
            "apply hello.yaml",
            "weights hello --live hello-0=50",
            "delete hello",
        ):
            modules = loaded(directory, *arguments.split())
            assert not modules & {*NODE, *CONTROLLER, "rich"}, arguments
            assert few_models(modules), arguments
            if not arguments.endswith(".yaml"):
                assert not modules & {"cdk8s_iter8.environments", "jsonschema_rs"}, arguments


def few_models(modules: set[str]) -> bool:
    """Whether the client's models of objects, some hundreds, are left alone."""
    return sum(module.startswith("kubernetes.client.models.") for module in modules) < 5
