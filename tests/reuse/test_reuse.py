"""The wheel, installed in a fresh environment, in another cdk8s app with its own import of the same API group."""

import shutil
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.reuse.fresh import run

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
    run(python, "main.py", cwd=app, env={"CDK8S_OUTDIR": "out"})
    assert sorted(path.name for path in (app / "out").iterdir()) == [
        "composed.k8s.yaml",
        "hello.k8s.yaml",
        "own.k8s.yaml",
    ]
    assert (app / "out" / "hello.k8s.yaml").read_text() == (ROOT / "dist" / "hello.k8s.yaml").read_text()
    own = list(yaml.safe_load_all((app / "out" / "own.k8s.yaml").read_text()))
    assert [(each["apiVersion"], each["kind"], each.get("spec")) for each in own] == [
        ("serving.knative.dev/v1", "Service", {}),
        ("serving.knative.dev/v1", "Gadget", {"size": 3}),
    ]
    composed = list(yaml.safe_load_all((app / "out" / "composed.k8s.yaml").read_text()))
    assert [each["metadata"]["name"] for each in composed] == [
        "bye-routemap",
        "bye-0",
        "bye-0-weight-config",
        "bye-1",
        "bye-1-weight-config",
        "bye",
    ]


def test_only_what_it_needs_is_installed(python: Path) -> None:
    installed = run(python, "-m", "pip", "list", "--format", "freeze", cwd=python.parent).lower()
    assert "cdk8s-iter8==" in installed
    assert not [
        name for name in ("pytest", "mypy", "ruff", "hypothesis", "kubernetes-validate") if f"\n{name}==" in installed
    ]


def test_the_command_line_is_installed(python: Path, app: Path) -> None:
    assert "preview" in run(python.parent / "cdk8s-iter8", "--help", cwd=app)


def test_the_version_and_the_licence_are_those_of_the_project(python: Path, app: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert run(python.parent / "cdk8s-iter8", "--version", cwd=app) == f"cdk8s-iter8 {version}\n"
    program = "from importlib.metadata import metadata as of; print(of('cdk8s-iter8')['License-Expression'])"
    assert run(python, "-c", program, cwd=app) == "Apache-2.0\n"
