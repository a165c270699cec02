"""What an app pays for at its start: only the environments that it uses, and no cdk8s for values and previews."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def imported(program: str) -> set[str]:
    """The modules that a program has imported at its end."""
    program += "\nimport sys\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def release(values: str) -> str:
    return f"import cdk8s\nfrom cdk8s_iter8 import Release\nRelease(cdk8s.App(outdir='out'), 'app', values={values!r})"


def test_a_knative_release_imports_nothing_of_other_environments() -> None:
    modules = imported(release("releases/hello.yaml"))
    assert "cdk8s_iter8_crds.dev.knative.serving" in modules
    assert not {module for module in modules if module.startswith("cdk8s_iter8_crds.io")}
    others = {"gateway_api", "http_route_match", "kserve", "deployment", "modelmesh", "model_values"}
    assert not {module for module in modules if module.startswith("cdk8s_iter8.") and module.split(".")[-1] in others}


@pytest.mark.parametrize(
    ("name", "version", "typed"),
    [
        ("deployment-istio", "image: a", set()),
        ("deployment-gtw", "image: a", set()),
        ("kserve", "{storageUri: a, modelFormat: b}", {"kserve"}),
        ("kserve-modelmesh-istio", "{storageUri: a, modelFormat: b}", {"kserve", "istio"}),
    ],
)
def test_other_releases_import_only_the_types_that_they_emit(
    tmp_path: Path, name: str, version: str, typed: set[str]
) -> None:
    file = tmp_path / "app.yaml"
    file.write_text(f"environment: {name}\napplication: {{strategy: blue-green, versions: [{version}]}}\n")
    modules = imported(release(str(file)))
    used = {module.split(".")[2] for module in modules if module.startswith("cdk8s_iter8_crds.io.")}
    assert used == typed


def test_values_and_previews_import_no_cdk8s() -> None:
    modules = imported(
        "from cdk8s_iter8.environments import environment, environment_names\n"
        "for name in environment_names():\n"
        "    environment(name).values().model_json_schema()\n"
        "from cdk8s_iter8.previews.release_preview import release_preview\n"
    )
    assert not {"cdk8s", "constructs", "cdk8s_plus_27", "jsii"} & modules
    assert not {module for module in modules if module.startswith("cdk8s_iter8_crds")}


def test_the_routing_controller_imports_no_cdk8s() -> None:
    program = """
import os
from typer.testing import CliRunner
from cdk8s_iter8.cli.main import app
os.environ.pop("CONFIG_FILE", None)
assert CliRunner().invoke(app, ["controller"]).exit_code == 1
assert CliRunner().invoke(app, ["controller", "--dry-run"]).exit_code == 1
"""
    modules = imported(program)
    assert "cdk8s_iter8.engine.controller" in modules
    assert not {"cdk8s", "constructs", "cdk8s_plus_27", "jsii"} & modules
    assert not {module for module in modules if module.startswith("cdk8s_iter8_crds")}
