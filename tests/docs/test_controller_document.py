"""docs/controller.md says what is so: its values, snippets, output and commands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import cdk8s
import pytest
import yaml
from typer.testing import CliRunner

from cdk8s_iter8 import ControllerValues, Iter8Controller, RoutingController, RoutingControllerValues
from cdk8s_iter8.app.controllers import checked_controller
from cdk8s_iter8.cli.main import app as command
from cdk8s_iter8.controller.file import load_controller
from cdk8s_iter8.release.check import load
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.values.any_controller import AnyControllerValues
from tests.support.controller_objects import config_of, only

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "controller.md").read_text()
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)
TYPE = "rollout"


def section(title: str) -> str:
    """What stands under a title of the third level."""
    return DOCUMENT.split(f"### {title}\n")[1].split("\n##")[0]


def blocks(language: str, beginning: str = "") -> list[str]:
    return [text for name, text in BLOCKS if name == language and text.startswith(beginning)]


def output(app: cdk8s.App, text: str) -> list[dict[str, Any]]:
    file = Path(app.outdir).parent / "controller.yaml"
    file.write_text(text)
    emitted: list[dict[str, Any]] = Iter8Controller(app, "iter8-controller", values=file).to_json()
    return emitted


@pytest.fixture
def app(tmp_path: Path) -> cdk8s.App:
    return cdk8s.App(outdir=str(tmp_path / "dist"))


def test_every_block_is_checked_by_a_test_here() -> None:
    kinds = {(name, text.split("\n")[0] if name == "yaml" else "") for name, text in BLOCKS}
    assert kinds == {
        ("yaml", "# controller.yaml"),
        ("yaml", "# config.yaml"),
        ("yaml", "# rule"),
        ("python", ""),
        ("shell", ""),
        ("text", ""),
    }


@pytest.mark.parametrize("text", blocks("yaml", "# controller.yaml"))
def test_values_are_valid(text: str, tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text(text)
    assert load_controller(file).values not in (ControllerValues(), RoutingControllerValues())


def defaults_under(title: str) -> dict[str, str]:
    rows = re.findall(r"^\| (`.*?`) \| (.*?) \|", section(title), re.MULTILINE)
    return {key: default for keys, default in rows for key in re.findall(r"`(\w+)`", keys)}


@pytest.mark.parametrize(
    ("title", "values"),
    [("Iter8's controller", ControllerValues()), ("The routing controller", RoutingControllerValues())],
)
def test_the_tables_have_every_key_and_its_default(title: str, values: AnyControllerValues) -> None:
    common, own = defaults_under("Either engine"), defaults_under(title)
    assert not common.keys() & own.keys()
    written = values.model_dump(by_alias=True, mode="json")
    assert common.keys() | own.keys() == written.keys()
    for key, text in {**common, **own}.items():
        default = re.fullmatch(r"`(.*)`", text)
        if default and key == "metrics":
            assert yaml.safe_load(default[1]).items() <= written[key].items()
        elif default and key != "iter8Version":
            assert yaml.safe_load(default[1]) == written[key], key


def test_an_engines_keys_are_told_apart_in_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("controller.yaml").write_text("engine: cdk8s-iter8\nmetrics: {port: 9090}\n")
    with pytest.raises(ValuesError) as raised:
        load_controller("controller.yaml")
    assert raised.value.lines[0] in [text.strip() for text in blocks("text")]


def test_the_type_comes_to_the_configuration(app: cdk8s.App) -> None:
    (values,) = (text for text in blocks("yaml", "# controller.yaml") if TYPE in text)
    (config,) = blocks("yaml", "# config.yaml")
    emitted = output(app, values)
    assert config_of(emitted)["resourceTypes"][TYPE] == yaml.safe_load(config)[TYPE]
    assert (
        "".join(config.splitlines(keepends=True)[1:]).replace("\n", "\n  ").strip()
        in only("ConfigMap", emitted)["data"]["config.yaml"]
    )
    (rule,) = (granted for granted in only("ClusterRole", emitted)["rules"] if granted["resources"] == ["rollouts"])
    assert rule == yaml.safe_load(blocks("yaml", "# rule")[0])


@pytest.mark.parametrize("snippet", blocks("python"))
def test_the_snippets_run(snippet: str, tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    shutil.copy(ROOT / "releases" / "hello.yaml", tmp_path / "releases")
    subprocess.run([sys.executable, "-c", snippet], cwd=tmp_path, check=True)
    assert list((tmp_path / "dist").glob("*controller*.k8s.yaml"))


def test_the_error_is_the_one_that_a_user_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("controller.yaml").write_text("clusterScoped: true\nresourceTypes:\n  ksvc: null\n")
    (error,) = (text for text in blocks("text") if "ksvc" in text and "controller.yaml:" in text)
    (problem,) = checked_controller(
        load_controller("controller.yaml"), [load(ROOT / "releases" / "hello.yaml")]
    ).problems
    assert str(problem) == error.strip()


def test_the_flags_are_those_that_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (line,) = (text for text in blocks("shell") if "controller-flags" in text)
    program, *arguments = line.split()
    assert program == "cdk8s-iter8"
    assert CliRunner().invoke(command, arguments).stdout == blocks("text", "--set")[0]


def test_the_commands_name_what_is_there() -> None:
    names = {name for text in blocks("shell") for name in re.findall(r"dist/([\w-]+)\.k8s\.yaml", text)}
    assert names == {"iter8-controller", "routing-controller", "hello"}
    assert (ROOT / "controller.yaml").exists()
    assert (ROOT / "releases" / "hello.yaml").exists()
    assert "statefulset/iter8" in DOCUMENT
    assert load_controller(ROOT / "controller.yaml").values.name == "iter8"
    assert f"deployment/{RoutingControllerValues().name}" in DOCUMENT


@pytest.mark.parametrize("chart", [Iter8Controller, RoutingController])
def test_the_tables_of_permissions_name_every_verb(
    app: cdk8s.App, chart: type[Iter8Controller | RoutingController]
) -> None:
    titles = {
        Iter8Controller: "Permissions of Iter8's controller",
        RoutingController: "Permissions of the routing controller",
    }
    table = section(titles[chart])
    emitted = chart(app, "controller").to_json()
    rules = [rule for manifest in emitted if manifest["kind"].endswith("Role") for rule in manifest["rules"]]
    verbs = {verb for rule in rules for verb in rule["verbs"]}
    rows = "".join(re.findall(r"^\|.*?\|(.*?)\|.*\|$", table, re.MULTILINE))
    assert set(re.findall(r"`(\w+)`", rows)) == verbs
