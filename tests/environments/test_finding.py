"""Environments that other packages bring, some of them broken."""

import json
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cdk8s_iter8 import environments
from cdk8s_iter8.cli.main import app
from cdk8s_iter8.environments import BrokenEnvironmentError, environment
from tests.support.released import text, values

BROKEN = {
    "absent": ("no_such_module:Place", "raises ModuleNotFoundError: No module named 'no_such_module'"),
    "misspelt": ("broken_places:Nothing", "raises AttributeError: module 'broken_places' has no attribute 'Nothing'"),
    "failing": ("broken_places:Failing", "raises RuntimeError: no \\x1b[31mway\\nat all"),
    "other": ("broken_places:Other", "makes no Environment but Other"),
    "unfinished": ("broken_places:Unfinished", "raises AttributeError: "),
}
MODULE = """
from cdk8s_iter8.environments.deployment import Deployment
class Failing:
    def __init__(self): raise RuntimeError("no \\x1b[31mway\\nat all")
class Other: pass
class Unfinished(Deployment):
    @classmethod
    def values(cls): return cls.nothing
"""


@pytest.fixture(autouse=True)
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken_places.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    points = {name: EntryPoint(name=name, value=value, group=environments.GROUP) for name, (value, _) in BROKEN.items()}
    known = {name: environments._entry_points()[name] for name in ("knative-istio",)}
    monkeypatch.setattr(environments, "_entry_points", lambda: known | points)
    monkeypatch.delitem(sys.modules, "broken_places", raising=False)


@pytest.mark.parametrize("name", BROKEN)
def test_one_that_is_broken_is_told_in_a_line(name: str) -> None:
    value, why = BROKEN[name]
    with pytest.raises(BrokenEnvironmentError) as caught:
        environment(name)
    [line] = caught.value.lines
    assert line.startswith(f"environment: '{name}' cannot be used: {value} {why}")


def test_it_is_an_error_of_the_values_that_name_it_and_of_no_others(tmp_path: Path) -> None:
    broken = text(values("knative-istio")).replace("knative-istio", "failing")
    (tmp_path / "broken.yaml").write_text(f"# a comment\n{broken}")
    (tmp_path / "hello.yaml").write_text(text(values("knative-istio")))
    done = CliRunner().invoke(app, ["validate", "broken.yaml", "hello.yaml"])
    assert done.stdout == "hello.yaml: hello in default: knative-istio, none, 2 versions\n"
    assert done.stderr.startswith("broken.yaml:2: environment: 'failing' cannot be used: ")
    assert done.stderr.count("\n") == 1


def test_the_schema_of_all_says_it_and_that_of_another_is_made() -> None:
    whole = CliRunner().invoke(app, ["schema"])
    assert (whole.exit_code, whole.stdout) == (1, "")
    assert whole.stderr.startswith("environment: '")
    other = CliRunner().invoke(app, ["schema", "--environment", "knative-istio"])
    assert json.loads(other.stdout)["properties"]["environment"]["enum"] == ["knative-istio"]
