"""main.py with a controller.yaml beside the directory of releases."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.controller_releases import KSVC_ENTRY
from tests.support.main_program import HELLO, ROOT, environment


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "hello.yaml").write_text(HELLO)
    return tmp_path


def run(directory: Path, program: str = "main.run([])") -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import main; code = {program}; "
    code += "print([name for name in sys.modules if name.startswith('cdk8s_iter8.') and 'controller' in name]); "
    return subprocess.run(
        [sys.executable, "-c", code + "sys.exit(code)"],
        cwd=directory,
        env=environment(directory),
        capture_output=True,
        text=True,
        check=False,
    )


def written(directory: Path) -> set[str]:
    return {path.name for path in (directory / "dist").glob("*")}


def test_without_a_file_there_is_no_controller_and_no_time_spent_on_it(directory: Path) -> None:
    done = run(directory)
    assert (done.returncode, done.stderr) == (0, "")
    assert written(directory) == {"hello.k8s.yaml"}
    assert done.stdout == "[]\n"


def test_with_a_file_there_is_one(directory: Path) -> None:
    (directory / "controller.yaml").write_text("resourceTypes: auto\n")
    done = run(directory)
    assert (done.returncode, done.stderr) == (0, "")
    assert written(directory) == {"hello.k8s.yaml", "iter8-controller.k8s.yaml"}
    assert "httproutes" not in (directory / "dist" / "iter8-controller.k8s.yaml").read_text()
    assert (directory / "dist" / "hello.k8s.yaml").read_text() == (ROOT / "dist" / "hello.k8s.yaml").read_text()


def test_the_file_chooses_the_engine(directory: Path) -> None:
    (directory / "controller.yaml").write_text("engine: cdk8s-iter8\nresourceTypes: auto\n")
    done = run(directory)
    assert (done.returncode, done.stderr) == (0, "")
    assert written(directory) == {"hello.k8s.yaml", "routing-controller.k8s.yaml"}
    assert (directory / "dist" / "hello.k8s.yaml").read_text() == (ROOT / "dist" / "hello.k8s.yaml").read_text()


def test_the_routing_controller_is_checked_against_the_releases_too(directory: Path) -> None:
    (directory / "controller.yaml").write_text("engine: cdk8s-iter8\nresourceTypes:\n  ksvc: null\n")
    done = run(directory)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        (
            "controller.yaml:3: resourceTypes.ksvc: is missing, but release default/hello uses it: add the line "
            f"`{KSVC_ENTRY.replace('Ready', 'RoutesReady')}`"
        )
    ]
    assert written(directory) == set()


def test_what_is_wrong_with_the_file_and_with_releases_is_said_together(directory: Path) -> None:
    (directory / "controller.yaml").write_text("replicas: 0\n")
    (directory / "releases" / "hello.yaml").write_text(HELLO.replace("weight: 70", "weight: -3"))
    done = run(directory)
    assert done.returncode == 1
    assert [line.split(" is ")[0] for line in done.stderr.splitlines()] == [
        "controller.yaml:1: replicas: 0",
        "releases/hello.yaml:28: application.versions[1].weight: -3",
    ]
    assert written(directory) == set()


def test_a_controller_that_cannot_serve_the_releases_is_an_error_without_traceback(directory: Path) -> None:
    (directory / "controller.yaml").write_text("namespace: ops\nresourceTypes:\n  ksvc: null\n")
    done = run(directory)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        (
            "controller.yaml:1: clusterScoped: is not true, so the controller sees only its own namespace ops, but "
            "release default/hello has objects in default: add the line `clusterScoped: true`"
        ),
        (
            f"controller.yaml:3: resourceTypes.ksvc: is missing, but release default/hello uses it: add the line "
            f"`{KSVC_ENTRY}`"
        ),
    ]
    assert written(directory) == set()


@pytest.mark.parametrize("version", ["v1beta1", "v1"])
def test_releases_have_http_routes_of_the_controllers_version(directory: Path, version: str) -> None:
    entry = f"{{Group: gateway.networking.k8s.io, Version: {version}, Resource: httproutes}}"
    (directory / "controller.yaml").write_text(f"resourceTypes:\n  httproute: {entry}\n")
    application = "{strategy: blue-green, versions: [{image: aa}, {image: bb}]}"
    (directory / "releases" / "hello.yaml").write_text(f"environment: deployment-gtw\napplication: {application}\n")
    assert run(directory).stderr == ""
    assert f"apiVersion: gateway.networking.k8s.io/{version}\n" in (directory / "dist" / "hello.k8s.yaml").read_text()


def test_a_release_cannot_have_the_controllers_name(directory: Path) -> None:
    (directory / "controller.yaml").touch()
    (directory / "releases" / "hello.yaml").rename(directory / "releases" / "iter8-controller.yaml")
    done = run(directory)
    assert done.returncode == 1
    assert done.stderr == "releases/iter8-controller.yaml: the controller has this name in dist/; rename the release\n"
