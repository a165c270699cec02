"""Layers of values, as users give them to the commands that read values."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cdk8s_iter8.cli.main import app

BASE = """environment: knative-istio
application:
  strategy: blue-green
  versions:
  - {metadata: {name: hello-v1}, image: example/hello:1}
  - {metadata: {name: hello-v2}, image: example/hello:2}
"""
PROD = """gateway: knative-serving/knative-local-gateway
application:
  versions:
  - {metadata: {name: hello-v2}, weight: 150}
"""
COMMANDS = pytest.mark.parametrize("command", ["preview", "validate", "template", "controller-flags"])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hello.yaml").write_text(BASE)
    (tmp_path / "prod.yaml").write_text(PROD)
    merged = BASE.replace("hello:2", "hello:2, weight: 150").replace("hello:1", "hello:9")
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "hello.yaml").write_text(f"gateway: knative-serving/knative-local-gateway\n{merged}")


def run(*arguments: str, piped: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=piped, prog_name="cdk8s-iter8")


SET = ("--set", "application.versions[hello-v1].image=example/hello:9")


@COMMANDS
def test_layers_are_as_one_file(command: str) -> None:
    one = run(command, "one/hello.yaml")
    assert (one.exit_code, one.stderr) == (0, "")
    for arguments in (
        ("hello.yaml", "-f", "prod.yaml", *SET),
        ("-f", "hello.yaml", "-f", "prod.yaml", "--name", "hello", *SET),
    ):
        done = run(command, *arguments)
        assert (done.exit_code, done.stderr, done.stdout) == (0, "", one.stdout.replace("one/hello", "hello"))


@COMMANDS
def test_errors_of_all_layers_have_their_file_and_line(command: str, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("application:\n  versions:\n  - metadata: {name: hello-v2}\n    weight: -1\n")
    done = run(command, "hello.yaml", "-f", "bad.yaml", "--set", "application.port=0", "--set", "gateway=[a, a]")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "bad.yaml:4: application.versions[1].weight: -1 is not a relative weight (an integer from 0 to 1000000)\n"
        "--set application.port: application.port: 0 is not a port (an integer from 1 to 65535)\n"
        "--set gateway: gateway[1]: 'a' stands twice\n"
    )


@COMMANDS
def test_layers_that_cannot_be_read_are_all_told(command: str) -> None:
    done = run(command, "hello.yaml", "-f", "absent.yaml", "-f", "one")
    assert done.exit_code == 1
    assert (
        done.stderr == "absent.yaml: cannot be read: No such file or directory\none: cannot be read: Is a directory\n"
    )


def test_a_layer_lies_over_each_release_of_a_directory(tmp_path: Path) -> None:
    (tmp_path / "one" / "shop.yaml").write_text(BASE.replace("hello", "shop"))
    done = run("template", "one", "--set", "application.metadata.labels.team=web")
    assert (done.exit_code, done.stdout.count("team: web")) == (0, done.stdout.count("\nkind: "))


def test_a_wrong_layer_over_a_directory_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "one" / "shop.yaml").write_text(BASE.replace("hello", "shop"))
    assert run("validate", "one", "-f", "prod.yaml", "--set", "x").stderr.count("--set: 'x' is not PATH=VALUE") == 1


def test_a_name_that_a_layer_takes_is_told_in_the_layer(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text(BASE.replace("hello", "shop"))
    (tmp_path / "more.yaml").write_text("application: {versions: [{metadata: {name: a}, image: a/b}]}\n")
    done = run("validate", "hello.yaml", "shop.yaml", "-f", "more.yaml")
    assert done.exit_code == 1
    assert done.stderr.startswith(
        "more.yaml:1: application.versions[2].metadata.name: 'a' in namespace default is taken"
    )


def test_a_layer_from_a_pipe() -> None:
    assert (
        run("template", "hello.yaml", "-f", "-", piped=PROD).stdout
        == run("template", "hello.yaml", "-f", "prod.yaml").stdout
    )


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["-f", "hello.yaml"], "'--name': is needed with -f and no FILE: the release's name"),
        (["hello.yaml", "-f", "prod.yaml", "--name", "a"], "'--name': is for FILE - and for -f without FILE: a file"),
        (["-", "-f", "-", "--name", "a"], "'FILE': '-' is given twice"),
        (["--set", "a=1"], "'FILE': is needed: a values file, a directory of them, or -"),
    ],
)
def test_what_is_not_written_as_it_should_be(arguments: list[str], line: str) -> None:
    done = run("preview", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"\nError: Invalid value for {line}" in done.stderr
