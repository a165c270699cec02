"""The command as users run it; what it prints for each example is in tests/docs/test_examples.py and docs/."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import jsonschema_rs
import pytest
from typer.testing import CliRunner, Result

from cdk8s_iter8.cli.main import app
from tests.support.previewed import EXAMPLES
from tests.support.released import blue_green, canary

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs in a directory with two releases, one of them with errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "hello.yaml").write_text(blue_green(30, 70))
    (tmp_path / "releases" / "shop.yaml").write_text(blue_green(1))
    (tmp_path / "bad.yaml").write_text(blue_green(30, -3).replace("blue-green", "blue"))
    (tmp_path / "none.yaml").write_text(blue_green(1).replace("blue-green", "none"))
    (tmp_path / "seven.yaml").write_text(blue_green(*[1] * 7))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, prog_name="cdk8s-iter8")


def output(*arguments: str) -> str:
    """What a command that succeeds, and has nothing to say beside its output, prints."""
    done = run(*arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


BAD = (
    "bad.yaml:3: application.strategy: 'blue' is not a strategy of knative-istio "
    "(known: none, blue-green, canary, mirror)\n"
    "bad.yaml:8: application.versions[1].weight: -3 is not a relative weight (an integer from 0 to 1000000)\n"
)

ALL = {
    "ready": ["hello-0", "hello-1"],
    "rules": [{"name": "hello", "match": [], "shares": {"hello-0": 30, "hello-1": 70}, "mirrors": {}}],
}


class TestValidate:
    def test_a_line_for_each_release(self) -> None:
        assert output("validate", "releases", "none.yaml") == (
            "releases/hello.yaml: hello in default: knative-istio, blue-green, 2 versions\n"
            "releases/shop.yaml: shop in default: knative-istio, blue-green, 1 version\n"
            "none.yaml: none in default: knative-istio, none, 1 version\n"
        )

    def test_every_error_of_every_file(self) -> None:
        done = run("validate", "bad.yaml", "releases/hello.yaml", "absent.yaml")
        assert done.exit_code == 1
        assert done.stdout == "releases/hello.yaml: hello in default: knative-istio, blue-green, 2 versions\n"
        assert done.stderr == BAD + "absent.yaml: cannot be read: No such file or directory\n"

    def test_a_controller_with_its_releases(self, tmp_path: Path) -> None:
        (tmp_path / "controller.yaml").write_text("clusterScoped: true\n")
        assert output("validate", "controller.yaml", "releases/hello.yaml") == (
            "releases/hello.yaml: hello in default: knative-istio, blue-green, 2 versions\n"
            "controller.yaml: iter8 in default: the controller, engine iter8, sees every namespace\n"
        )
        (tmp_path / "controller.yaml").write_text("engine: cdk8s-iter8\nclusterScoped: true\nport: 80\n")
        assert output("validate", "controller.yaml") == (
            "controller.yaml: routing-controller in default: the controller, engine cdk8s-iter8, sees every namespace\n"
        )
        (tmp_path / "controller.yaml").write_text("namespace: iter8-system\nports: 80\n")
        done = run("validate", "controller.yaml", "releases/hello.yaml")
        assert done.exit_code == 1
        assert done.stderr.startswith("controller.yaml:2: ports: is not a known key")

    def test_an_empty_directory(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        done = run("validate", "empty")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "empty: holds no values file (NAME.yaml)\n")

    def test_a_directory_has_the_controller_beside_it(self, tmp_path: Path) -> None:
        (tmp_path / "controller.yaml").write_text("namespace: ops\n")
        done = run("validate", "releases")
        assert done.exit_code == 1
        assert done.stderr.startswith("controller.yaml:1: clusterScoped: is not true")

    def test_what_synth_refuses(self, tmp_path: Path) -> None:
        for name in ("controller.yaml", "releases/controller.yaml"):
            (tmp_path / name).write_text("clusterScoped: true\n")
        (tmp_path / "releases" / "iter8-controller.yaml").write_text(blue_green(1))
        done = run("validate", "releases")
        assert done.exit_code == 1
        assert done.stderr == (
            "releases/controller.yaml: is a second controller: there is controller.yaml; remove one\n"
            "releases/iter8-controller.yaml: the controller has this name in dist/; rename the release\n"
        )

    def test_as_json(self, tmp_path: Path) -> None:
        (tmp_path / "controller.yaml").write_text("clusterScoped: true\n")
        assert json.loads(output("validate", "controller.yaml", "releases/hello.yaml", "-o", "json")) == {
            "files": [
                {
                    "file": "releases/hello.yaml",
                    "kind": "release",
                    "name": "hello",
                    "namespace": "default",
                    "environment": "knative-istio",
                    "strategy": "blue-green",
                    "versions": ["hello-0", "hello-1"],
                },
                {"file": "controller.yaml", "kind": "controller", "name": "iter8", "namespace": "default"},
            ],
            "problems": [],
        }

    def test_problems_as_json(self) -> None:
        done = run("validate", "bad.yaml", "absent.yaml", "-o", "json")
        assert (done.exit_code, done.stderr) == (1, "")
        assert json.loads(done.stdout) == {
            "files": [],
            "problems": [
                {
                    "file": "bad.yaml",
                    "line": 3,
                    "path": "application.strategy",
                    "message": "'blue' is not a strategy of knative-istio (known: none, blue-green, canary, mirror)",
                },
                {
                    "file": "bad.yaml",
                    "line": 8,
                    "path": "application.versions[1].weight",
                    "message": "-3 is not a relative weight (an integer from 0 to 1000000)",
                },
                {
                    "file": "absent.yaml",
                    "line": None,
                    "path": "",
                    "message": "cannot be read: No such file or directory",
                },
            ],
        }

    def test_no_file(self) -> None:
        done = run("validate")
        assert done.exit_code == 2
        assert done.stderr.endswith(
            "\nError: Invalid value for 'FILE': is needed: a values file, a directory of them, or -\n"
        )


class TestPreview:
    def test_a_table_by_default(self) -> None:
        assert output("preview", "releases/hello.yaml", "--ready", "hello-1") == (
            "hello in default: knative-istio, blue-green\n"
            "\n"
            " hello-0  primary    weight 30\n"
            " hello-1  candidate  weight 70\n"
            "\n"
            " ready     go to\n"
            "─────────────────────────\n"
            " hello-1   hello-1  100%\n"
        )

    def test_several_releases_are_set_apart(self) -> None:
        text = output("preview", "releases", "--none-ready")
        assert "\n\n\nshop in default: knative-istio, blue-green\n\n" in text

    @pytest.mark.parametrize("paths", [["releases"], ["releases/hello.yaml", "releases/shop.yaml"]])
    def test_json_is_an_object_with_the_sets_of_each_file(self, paths: Sequence[str]) -> None:
        data = json.loads(output("preview", *paths, "--output", "json"))
        assert list(data) == ["releases/hello.yaml", "releases/shop.yaml"]
        assert data["releases/hello.yaml"][0] == ALL

    def test_json_has_the_same_shape_for_one_file_and_for_none(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        one = json.loads(output("preview", "releases/hello.yaml", "-o", "json"))
        assert (list(one), one["releases/hello.yaml"][0]) == (["releases/hello.yaml"], ALL)
        assert run("preview", "empty", "-o", "json").stdout == "{}\n"

    @pytest.mark.parametrize(
        ("arguments", "ready"),
        [
            (["--ready", "hello-1", "--ready", "hello-0"], ["hello-0", "hello-1"]),
            (["--ready", " hello-1, hello-0,"], ["hello-0", "hello-1"]),
            (["--ready", "hello-1"], ["hello-1"]),
            (["--ready", ""], []),
            (["--none-ready"], []),
        ],
    )
    def test_one_set(self, arguments: Sequence[str], ready: Sequence[str]) -> None:
        [(preview,)] = json.loads(output("preview", "releases/hello.yaml", "-o", "json", *arguments)).values()
        assert preview["ready"] == ready

    def test_an_unknown_version_names_the_known_ones(self) -> None:
        done = run("preview", "releases/hello.yaml", "--ready", "hello-0,hello-9")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.endswith(
            "\nError: Invalid value for '--ready': 'hello-9': no such version in hello "
            "(its versions: hello-0, hello-1)\n"
        )

    def test_some_ready_and_none_ready_at_once(self) -> None:
        done = run("preview", "releases/hello.yaml", "--none-ready", "--ready", "hello-0")
        assert done.exit_code == 2
        assert done.stderr.endswith(
            "\nError: Invalid value for '--none-ready': is not possible together with --ready\n"
        )

    @pytest.mark.parametrize("kind", ["table", "json", "mermaid", "markdown"])
    def test_errors_are_those_of_validate_and_nothing_else_is_printed(self, kind: str) -> None:
        done = run("preview", "releases/hello.yaml", "bad.yaml", "-o", kind)
        assert (done.exit_code, done.stdout, done.stderr) == (1, "", BAD)

    @pytest.mark.parametrize("kind", ["json", "mermaid"])
    def test_what_has_no_place_in_the_output_is_said_beside_it(self, kind: str) -> None:
        done = run("preview", "seven.yaml", "none.yaml", "-o", kind)
        assert done.exit_code == 0
        assert done.stderr == (
            "seven.yaml: 7 versions have 128 sets of ready versions; shown: all ready, each one unready, none ready. "
            "Any other: --ready NAME,NAME\n"
            "none.yaml: Nothing is routed: with strategy none the versions are only watched, "
            "for tests with the Iter8 SDK.\n"
        )

    def test_json_of_nothing_routed_is_an_empty_list(self) -> None:
        assert json.loads(run("preview", "none.yaml", "-o", "json").stdout) == {"none.yaml": []}

    def test_a_controller_is_left_out_and_told(self, tmp_path: Path) -> None:
        (tmp_path / "controller.yaml").touch()
        done = run("preview", "controller.yaml", "releases/hello.yaml", "--none-ready")
        assert done.exit_code == 0
        assert done.stderr == "controller.yaml: is left out: it holds the controller's values, no release's\n"
        assert done.stdout == output("preview", "releases/hello.yaml", "--none-ready")

    def test_an_unknown_output_is_said_in_plain_words(self) -> None:
        done = run("preview", "releases", "-o", "yaml")
        assert done.exit_code == 2
        assert done.stderr.endswith(
            "\nError: Invalid value for '--output' / '-o': "
            "'yaml' is not one of 'table', 'json', 'mermaid', 'markdown'.\n"
        )

    def test_mermaid_and_markdown(self) -> None:
        assert output("preview", "releases", "-o", "mermaid").splitlines()[:2] == [
            "flowchart LR",
            '  subgraph r0["hello in default: knative-istio, blue-green"]',
        ]
        headings = [line for line in output("preview", "releases", "-o", "markdown").splitlines() if line[:1] == "#"]
        assert headings == [f"### {name} in default: knative-istio, blue-green" for name in ("hello", "shop")]


class TestStandardInput:
    COMMANDS = pytest.mark.parametrize("command", ["preview", "validate", "template", "controller-flags"])

    @COMMANDS
    def test_a_release_that_is_piped_in_is_as_one_of_a_file(self, command: str) -> None:
        piped = CliRunner().invoke(app, [command, "-", "--name", "hello"], input=blue_green(30, 70))
        assert (piped.exit_code, piped.stderr) == (0, "")
        assert piped.stdout.replace("<stdin>", "releases/hello.yaml") == output(command, "releases/hello.yaml")

    @COMMANDS
    def test_its_errors_have_lines(self, command: str, tmp_path: Path) -> None:
        bad = (tmp_path / "bad.yaml").read_text()
        done = CliRunner().invoke(app, [command, "-", "--name", "hello"], input=bad)
        assert (done.exit_code, done.stderr) == (1, BAD.replace("bad.yaml", "<stdin>"))

    def test_its_errors_beside_other_files_have_lines(self, tmp_path: Path) -> None:
        (tmp_path / "hello.yaml").write_text(blue_green(1))
        done = CliRunner().invoke(app, ["validate", "hello.yaml", "-", "--name", "hello-0"], input=blue_green(1))
        assert done.exit_code == 1
        assert done.stderr.startswith("<stdin>:2: application.metadata.name: 'hello-0' in namespace default is taken")

    def test_it_is_written_to_the_file_of_its_name(self) -> None:
        done = CliRunner().invoke(app, ["template", "-", "--name", "shop", "-o", "dist"], input=blue_green(1))
        assert (done.exit_code, done.stdout) == (0, "dist/shop.k8s.yaml\n")

    @pytest.mark.parametrize(
        ("arguments", "line"),
        [
            (["-"], "'--name': is needed with FILE -: the release's name"),
            (["-", "-", "--name", "hello"], "'FILE': '-' is given twice"),
            (
                ["releases", "--name", "a"],
                "'--name': is for FILE - and for -f without FILE: a file is named for its release",
            ),
        ],
    )
    def test_its_name_is_given_once(self, arguments: Sequence[str], line: str) -> None:
        done = run("preview", *arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr.endswith(f"\nError: Invalid value for {line}\n")


class TestControllerFlags:
    def test_the_options_that_knative_needs(self) -> None:
        assert output("controller-flags", "releases") == (
            "--set resourceTypes.ksvc.Group=serving.knative.dev \\\n"
            "--set resourceTypes.ksvc.Version=v1 \\\n"
            "--set resourceTypes.ksvc.Resource=services \\\n"
            '--set "resourceTypes.ksvc.conditions[0]=Ready"\n'
        )

    def test_as_a_values_file(self) -> None:
        assert output("controller-flags", "releases/hello.yaml", "-o", "values") == (
            "resourceTypes:\n"
            "  ksvc:\n"
            "    Group: serving.knative.dev\n"
            "    Version: v1\n"
            "    Resource: services\n"
            "    conditions:\n"
            "    - Ready\n"
        )

    def test_errors_are_those_of_validate(self) -> None:
        done = run("controller-flags", "bad.yaml")
        assert (done.exit_code, done.stdout, done.stderr) == (1, "", BAD)


class TestSchema:
    def test_it_is_a_schema_of_every_environment_that_is_installed(self) -> None:
        schema = json.loads(output("schema"))
        jsonschema_rs.meta.validate(schema)
        assert "knative-istio" in schema["properties"]["environment"]["enum"]

    def test_one_environment(self) -> None:
        schema = json.loads(output("schema", "--environment", "knative-istio"))
        assert schema["properties"]["environment"]["enum"] == ["knative-istio"]

    def test_an_unknown_environment_names_the_known_ones(self) -> None:
        done = run("schema", "--environment", "knative")
        assert done.exit_code == 2
        assert "Invalid value for '--environment': 'knative' is not one of " in done.stderr
        assert "knative-istio" in done.stderr

    def test_the_committed_files_are_of_the_own_environments(self) -> None:
        # `make drift` compares them byte for byte; here only the option is known to matter.
        assert output("schema", "--shipped") == (ROOT / "schema" / "values.schema.json").read_text()
        assert output("schema", "--shipped", "-o", "markdown") == (ROOT / "docs" / "values.md").read_text()


COMMANDS = [
    *("preview", "validate", "template"),
    *("weights", "candidate", "promote", "rollback", "set"),
    *("status", "diff", "apply", "delete"),
    *("controller-flags", "schema", "controller", "release-finalizers"),
]


class TestHelp:
    def test_commands(self) -> None:
        words, _, commands = output("--help").partition("Commands:\n")
        assert "Usage: cdk8s-iter8 [OPTIONS] COMMAND [ARGS]..." in words
        lines = commands.splitlines()
        assert [line.split()[0] for line in lines] == COMMANDS
        assert not [line for line in lines if line.endswith("...")], "the sentence is too long for one line"

    @pytest.mark.parametrize("command", COMMANDS)
    def test_each_command_has_examples_that_name_it(self, command: str) -> None:
        _, _, rest = output(command, "-h").partition("  Examples:\n")
        examples = rest.partition("\n\n")[0].splitlines()
        assert len(examples) >= 2
        assert all(re.match(rf"    ([A-Z_]+=\S+ )*cdk8s-iter8 {command}\b", example) for example in examples)

    def test_a_misspelt_command(self) -> None:
        done = CliRunner().invoke(app, ["templat"])
        assert done.exit_code == 2
        assert "No such command 'templat'. Did you mean 'template'?" in done.stderr

    def test_version(self) -> None:
        assert output("--version") == f"cdk8s-iter8 {version('cdk8s-iter8')}\n"


def test_it_starts_neither_node_nor_what_only_a_table_needs() -> None:
    program = (
        "import sys; from cdk8s_iter8.cli.main import app\n"
        f"app(['validate', {str(EXAMPLES)!r}], standalone_mode=False)\n"
        "print(sorted({'cdk8s', 'jsii', 'constructs', 'rich', 'jsonschema'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_values_that_an_output_cannot_hold_are_escaped(tmp_path: Path) -> None:
    file = tmp_path / "hello.yaml"
    file.write_text(canary('headers: {x: {exact: "漢"}}'))
    done = subprocess.run(
        [str(Path(sys.executable).parent / "cdk8s-iter8"), "preview", str(file)],
        env={"PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert r"header x = \u6f22" in done.stdout
