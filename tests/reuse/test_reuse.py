"""The wheel, installed in a fresh environment, in another cdk8s app with its own import of the same API group."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from textwrap import indent

import pytest
import yaml

from tests.reuse.fresh import run
from tests.support.documents import blocks

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh virtual environment with nothing but the wheel and what it needs."""
    place = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-m", "venv", place / "venv", cwd=place)
    python = place / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--constraint", ROOT / "requirements.txt", wheel, cwd=place)
    return python


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An app whose own import, not aliased, has Knative's Service and another kind of the same group."""
    place = tmp_path_factory.mktemp("consumer")
    shutil.copy(HERE / "consumer_app.py", place / "main.py")
    shutil.copy(ROOT / "releases" / "hello.yaml", place)
    knative = next(yaml.safe_load_all((ROOT / "crds" / "knative.yaml").read_text()))
    gadget = {
        "apiVersion": knative["apiVersion"],
        "kind": knative["kind"],
        "metadata": {"name": "gadgets.serving.knative.dev"},
        "spec": {
            "group": "serving.knative.dev",
            "names": {"kind": "Gadget", "plural": "gadgets", "singular": "gadget"},
            "scope": "Namespaced",
            "versions": [
                {
                    "name": "v1",
                    "served": True,
                    "storage": True,
                    "schema": {
                        "openAPIV3Schema": {
                            "type": "object",
                            "properties": {
                                "spec": {"type": "object", "properties": {"size": {"type": "integer"}}},
                            },
                        }
                    },
                }
            ],
        },
    }
    (place / "crds.yaml").write_text(yaml.safe_dump_all([knative, gadget]))
    (place / "cdk8s.yaml").write_text("language: python\napp: python main.py\nimports: [crds.yaml]\n")
    run("cdk8s", "import", cwd=place)
    return place


def test_a_release_in_another_app(python: Path, app: Path) -> None:
    said = run(python, "main.py", cwd=app, env={"CDK8S_OUTDIR": "out"})
    assert said == "mixed/wrong: spec.template.spec.containers: is empty: at least one is needed\n"
    assert sorted(path.name for path in (app / "out").iterdir()) == [
        "composed.k8s.yaml",
        "hello.k8s.yaml",
        "iter8-controller.k8s.yaml",
        "mapping.k8s.yaml",
        "mixed.k8s.yaml",
        "own.k8s.yaml",
    ]
    assert (app / "out" / "hello.k8s.yaml").read_text() == (ROOT / "dist" / "hello.k8s.yaml").read_text()
    own = list(yaml.safe_load_all((app / "out" / "own.k8s.yaml").read_text()))
    assert [(manifest["apiVersion"], manifest["kind"], manifest.get("spec")) for manifest in own] == [
        ("serving.knative.dev/v1", "Service", {}),
        ("serving.knative.dev/v1", "Gadget", {"size": 3}),
    ]
    composed = list(yaml.safe_load_all((app / "out" / "composed.k8s.yaml").read_text()))
    assert [manifest["metadata"]["name"] for manifest in composed] == [
        "bye-routemap",
        "bye-0",
        "bye-0-weight-config",
        "bye-1",
        "bye-1-weight-config",
        "bye",
    ]
    [typed] = yaml.safe_load_all((app / "out" / "mixed.k8s.yaml").read_text())
    assert (typed["metadata"]["namespace"], typed["metadata"]["annotations"]) == ("shop", {"checked": "yes"})
    assert typed["spec"]["template"]["spec"]["containers"] == [{"image": "a/b", "imagePullPolicy": "Always"}]


@pytest.fixture(scope="module")
def programs(app: Path) -> list[str]:
    """The app, and every program and part of a program in the documents, as files beside it."""
    shutil.copy(ROOT / "examples" / "composed.py", app)
    shutil.copy(ROOT / "examples" / "custom-environment" / "src" / "leader_worker_set.py", app)
    ours = [ROOT / "constructs" / "cdk8s_iter8" / "strategies" / name for name in ("mirror.py", "__init__.py")]
    files = ["main.py", "composed.py", "leader_worker_set.py"]
    known = [path.read_text() for path in (*(app / name for name in files), *ours)]
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for number, block in enumerate(blocks(page.read_text(), "python")):
            if "app.synth()" in block:
                files.append(f"{page.stem.lower()}_{number}.py")
                (app / files[-1]).write_text(block)
            else:
                assert any(block in text or indent(block, "    ") in text for text in known), f"{page}: {block}"
    assert len(files) >= 6
    return files


def test_type_checkers_understand_a_consumer_s_programs(python: Path, app: Path, programs: list[str]) -> None:
    here = (sys.executable, "-m")
    mypy = (*here, "mypy", "--strict", "--no-incremental", "--config-file=", "--follow-imports=silent")
    assert run(*mypy, "--python-executable", python, *programs, cwd=app).startswith("Success: no issues found in")
    (app / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}')
    assert "0 errors" in run(*here, "basedpyright", "--pythonpath", python, *programs, cwd=app)


def test_type_checkers_refuse_what_is_wrong(python: Path, app: Path) -> None:
    wrong = {
        'DeploymentVersion(chart, "a", version=Version("a"), port="80")': "port",
        'DeploymentVersion(chart, "a", version=Version("a"), prot=80)': "prot",
        'ControllerValues(replicas="1")': "replicas",
        "ControllerValues(replicaz=1)": "replicaz",
        'KnativeVersion(chart, "a", version=Version("a"), spec=3)': "spec",
        "from cdk8s_iter8 import NoName": "NoName",
    }
    lines = [
        "from cdk8s import Chart",
        "from cdk8s_iter8 import ControllerValues, DeploymentVersion, KnativeVersion, Version",
    ]
    (app / "wrong.py").write_text(
        "\n".join([*lines, "def add(chart: Chart) -> None:", *(f"    {mistake}" for mistake in wrong)])
    )
    for checker in (
        ("mypy", "--config-file=", "--follow-imports=silent", "--python-executable"),
        ("basedpyright", "--pythonpath"),
    ):
        command = [sys.executable, "-m", *checker, str(python), "wrong.py"]
        done = subprocess.run(command, cwd=app, text=True, capture_output=True, check=False)
        for number, word in enumerate(wrong.values(), len(lines) + 2):
            assert [line for line in done.stdout.splitlines() if f"wrong.py:{number}:" in line and word in line], (
                done.stdout
            )


def test_only_what_it_needs_is_installed(python: Path) -> None:
    installed = run(python, "-m", "pip", "list", "--format", "freeze", cwd=python.parent).lower()
    assert "cdk8s-iter8==" in installed
    assert not [
        name
        for name in ("pytest", "mypy", "ruff", "hypothesis", "kubernetes-validate", "kubernetes", "aiohttp")
        if f"\n{name}==" in installed
    ]


def test_the_command_line_is_installed(python: Path, app: Path) -> None:
    assert "preview" in run(python.parent / "cdk8s-iter8", "--help", cwd=app)


def test_a_verb_that_needs_a_cluster_says_what_to_install(python: Path, app: Path) -> None:
    command = [str(python.parent / "cdk8s-iter8"), "release-finalizers"]
    done = subprocess.run(command, cwd=app, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    missing = "aiohttp, kubernetes, prometheus_client"
    assert done.stderr == f"not installed: {missing}; run: pip install 'cdk8s-iter8[cluster]'\n"


def test_the_version_and_the_licence_are_those_of_the_project(python: Path, app: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert run(python.parent / "cdk8s-iter8", "--version", cwd=app) == f"cdk8s-iter8 {version}\n"
    program = "from importlib.metadata import metadata as of; print(of('cdk8s-iter8')['License-Expression'])"
    assert run(python, "-c", program, cwd=app) == "Apache-2.0\n"
