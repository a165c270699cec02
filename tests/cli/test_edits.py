"""The commands that edit a values file, as users run them; what they print is in docs/verbs.md."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cdk8s_iter8.cli.main import app
from tests.support.edited import blue_green, named

ROOT = Path(__file__).parents[2]
VERBS = {
    "weights": ["hello-0=90", "hello-1=10"],
    "candidate": ["--name", "hello-v2", "--image", "example/hello:2"],
    "promote": [],
    "rollback": [],
    "set": ["application.versions[1].weight=5"],
}
EACH = pytest.mark.parametrize(("verb", "arguments"), VERBS.items())


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a directory with a release."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "releases").mkdir()
    made = tmp_path / "releases" / "hello.yaml"
    made.write_text(blue_green(30, 70))
    return made


def run(verb: str, *arguments: str, file: str = "releases/hello.yaml") -> Result:
    return CliRunner().invoke(app, [verb, file, *arguments], prog_name="cdk8s-iter8", catch_exceptions=False)


def refused(verb: str, *arguments: str, file: str = "releases/hello.yaml") -> str:
    done = run(verb, *arguments, file=file)
    assert (done.exit_code, done.stdout) == (1, "")
    return done.stderr


def misused(verb: str, *arguments: str) -> str:
    done = run(verb, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    return done.stderr.splitlines()[-1]


class TestEach:
    @EACH
    def test_it_writes_the_file_and_says_so(self, verb: str, arguments: Sequence[str], file: Path) -> None:
        done = run(verb, *arguments)
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout.endswith("\n\nreleases/hello.yaml: written\n")
        assert file.read_text() != blue_green(30, 70)
        assert [path.name for path in file.parent.iterdir()] == ["hello.yaml"]

    @EACH
    def test_a_dry_run_shows_the_same_and_writes_nothing(self, verb: str, arguments: Sequence[str], file: Path) -> None:
        dry = run(verb, *arguments, "--dry-run")
        assert dry.exit_code == 0
        assert file.read_text() == blue_green(30, 70)
        assert dry.stdout.replace("not written (--dry-run)", "written") == run(verb, *arguments).stdout

    @EACH
    def test_the_difference_is_a_patch(self, verb: str, arguments: Sequence[str], file: Path) -> None:
        data = json.loads(run(verb, *arguments, "--output", "json").stdout)
        after = file.read_text()
        subprocess.run(["git", "apply", "--reverse", "-p0"], input=data["difference"], text=True, check=True)
        assert (after != blue_green(30, 70), file.read_text()) == (True, blue_green(30, 70))

    @EACH
    def test_json(self, verb: str, arguments: Sequence[str]) -> None:
        data = json.loads(run(verb, *arguments, "--output", "json", "--dry-run").stdout)
        assert list(data) == ["file", "changed", "written", "said", "difference", "traffic", "enough"]
        assert (data["file"], data["changed"], data["written"]) == ("releases/hello.yaml", True, False)
        assert data["traffic"][0]["before"] == {"all_ready": 30, "most": 100}

    @EACH
    def test_help_has_examples(self, verb: str, arguments: Sequence[str]) -> None:  # noqa: ARG002
        text = run(verb, file="--help").stdout
        examples = text.partition("  Examples:\n")[2].partition("\n\n")[0].splitlines()
        in_file = [command for command in examples if "--live" not in command and "--clear" not in command]
        assert len(in_file) >= 2
        assert all(command.startswith(f"    cdk8s-iter8 {verb} releases/hello.yaml") for command in in_file)

    @EACH
    def test_errors_of_the_file_are_those_of_validate(self, verb: str, arguments: Sequence[str], file: Path) -> None:
        file.write_text(blue_green(30, 70).replace("blue-green", "blue"))
        assert refused(verb, *arguments) == (
            "releases/hello.yaml:3: application.strategy: 'blue' is not a strategy of knative-istio "
            "(known: none, blue-green, canary, mirror)\n"
        )

    @EACH
    def test_what_is_no_release(self, verb: str, arguments: Sequence[str], tmp_path: Path) -> None:
        (tmp_path / "controller.yaml").write_text("clusterScoped: true\n")
        assert refused(verb, *arguments, file="controller.yaml") == (
            "controller.yaml:1: holds the controller's values, which have no versions; name a release's file\n"
        )
        assert refused(verb, *arguments, file="releases") == "releases: is not a file; name one values file\n"
        assert refused(verb, *arguments, file="a.yaml") == "a.yaml: cannot be read: No such file or directory\n"

    @EACH
    def test_a_file_that_changes_meanwhile(
        self, verb: str, arguments: Sequence[str], file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def changed(*_arguments: object) -> list[str]:
            file.write_text(blue_green(1, 1))
            return []

        monkeypatch.setattr("cdk8s_iter8.app.project.new_conflicts", changed)
        assert refused(verb, *arguments) == (
            "releases/hello.yaml: has changed meanwhile; nothing was written, run the command again\n"
        )
        assert file.read_text() == blue_green(1, 1)

    @EACH
    def test_neither_node_nor_what_a_table_needs_is_started(self, verb: str, arguments: Sequence[str]) -> None:
        program = (
            "import sys; from cdk8s_iter8.cli.main import app\n"
            f"app({[verb, 'releases/hello.yaml', *arguments]!r}, standalone_mode=False)\n"
            "print(sorted({'cdk8s', 'jsii', 'constructs', 'rich', 'jsonschema'} & sys.modules.keys()))"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "[]"

    def test_reading_commands_do_not_import_the_edits(self) -> None:
        program = (
            "import sys; from cdk8s_iter8.cli.main import app\n"
            "app(['validate', 'releases'], standalone_mode=False)\n"
            "print([name for name in sys.modules if name.startswith('cdk8s_iter8.edits')])"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "[]"


class TestWeights:
    def test_what_it_prints(self) -> None:
        assert run("weights", "hello-0=90", "hello-1=10").stdout == (
            "--- releases/hello.yaml\n+++ releases/hello.yaml\n@@ -3,6 +3,6 @@\n   strategy: blue-green\n   versions:\n"
            "   - image: example/hello:0\n-    weight: 30\n+    weight: 90\n   - image: example/hello:1\n"
            "-    weight: 70\n+    weight: 10\n\n"
            "hello in default: knative-istio, blue-green\n\n"
            " version  all ready  at most\n hello-0  30% → 90%  100%\n hello-1  70% → 10%  100%\n\n"
            " answered while one of these is ready: hello-0, hello-1\n\n"
            "releases/hello.yaml: written\n"
        )

    def test_what_is_so_already(self, file: Path) -> None:
        before = file.stat().st_mtime_ns
        done = run("weights", "hello-0=30", "hello-1=70")
        assert (done.exit_code, done.stdout) == (0, "releases/hello.yaml: says so already; nothing changes\n")
        assert file.stat().st_mtime_ns == before
        assert json.loads(run("weights", "hello-0=30", "-o", "json").stdout)["changed"] is False

    @pytest.mark.parametrize(
        "text", ["hello-1", "hello-1=", "=1", "hello-1=1.5", "hello-1=10%", "hello-1=x", "hello-1=1e3"]
    )
    def test_what_is_no_weight(self, text: str) -> None:
        assert f"{text!r} is not VERSION=WEIGHT, the weight an integer, such as hello-1=10" in misused("weights", text)

    def test_two_weights_for_one(self) -> None:
        assert "'hello-1' has two weights; keep one" in misused("weights", "hello-1=1", "hello-1=2")

    def test_a_version_that_there_is_not(self, file: Path) -> None:
        assert refused("weights", "hello-9=1") == (
            "releases/hello.yaml:4: application.versions: 'hello-9' is not a version of hello; did you mean 'hello-1'? "
            "(its versions: hello-0, hello-1)\n"
        )
        assert file.read_text() == blue_green(30, 70)

    def test_a_weight_out_of_bounds(self) -> None:
        assert refused("weights", "hello-1=-3") == (
            "releases/hello.yaml:8: application.versions[1].weight: -3 is not a relative weight "
            "(an integer from 0 to 1000000)\n"
        )


class TestCandidate:
    def test_from_a_file(self, file: Path, tmp_path: Path) -> None:
        (tmp_path / "v2.yaml").write_text("image: example/hello:2 # two\nport: 8080\n")
        assert run("candidate", "--from", "v2.yaml", "--weight", "10").exit_code == 0
        assert file.read_text() == f"{blue_green(30, 70)}  - image: example/hello:2\n    port: 8080\n    weight: 10\n"

    def test_a_file_that_is_wrong(self, tmp_path: Path) -> None:
        (tmp_path / "v2.yaml").write_text("a: [\n")
        assert refused("candidate", "--from", "v2.yaml").startswith("v2.yaml:2: is not valid YAML: ")
        assert refused("candidate", "--from", "no.yaml") == "no.yaml: cannot be read: No such file or directory\n"

    def test_a_name_that_another_file_has(self, file: Path) -> None:
        (file.parent / "shop.yaml").write_text(blue_green(1))
        assert refused("candidate", "--name", "shop-0", "--image", "a/b") == (
            "releases/hello.yaml:4: application.versions[2].metadata.name: 'shop-0' in namespace default is taken: "
            "releases/shop.yaml has a ksvc named so\n"
        )
        assert file.read_text() == blue_green(30, 70)

    def test_neither_an_image_nor_a_file(self) -> None:
        assert misused("candidate") == "Error: Invalid value for '--image': is needed, or --from"


class TestPromoteAndRollback:
    def test_two_steps_are_told(self, file: Path) -> None:
        assert "\n\nstep 1 of 2, hello-0: runs what hello-1 runs." in run("promote").stdout
        assert "\n\nstep 2 of 2, hello-0 runs what hello-1 ran; gone: hello-1\n" in run("promote", "hello-1").stdout
        assert file.read_text() == blue_green(100).replace("hello:0", "hello:1")

    def test_one_step_for_a_version_with_a_name(self, file: Path) -> None:
        file.write_text(named("    weight: 90\n", "    weight: 10\n"))
        rows = "\n hello-v1  90% → gone  100% → gone\n hello-v2  10% → 100%  100%\n"
        assert rows in run("promote", "hello-v2").stdout

    def test_rollback(self, file: Path) -> None:
        assert "\n hello-1  70% → 0%    100% → 0%\n" in run("rollback").stdout
        assert file.read_text() == blue_green(30, 0)


class TestSet:
    def test_a_wrong_file_is_set_right(self, file: Path) -> None:
        file.write_text(blue_green(30, -70))
        done = run("set", "application.versions[1].weight=70")
        assert done.exit_code == 0
        assert "\n hello-0  30%        100%\n" in done.stdout
        assert file.read_text() == blue_green(30, 70)

    @pytest.mark.parametrize("text", ["a", "=1", "application.port=", "application.port=[1", "a..b=1"])
    def test_what_is_no_assignment(self, text: str) -> None:
        assert misused("set", text).startswith("Error: Invalid value for 'PATH=VALUE': ")


class TestSynth:
    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        shutil.copy(ROOT / "main.py", tmp_path)
        return tmp_path

    def test_the_app_runs_when_asked(self, project: Path) -> None:
        run("weights", "hello-0=1")
        assert not (project / "dist").exists()
        done = run("weights", "hello-0=90", "--synth")
        assert (done.exit_code, done.stderr) == (0, "")
        assert "iter8.tools/weight: '90'" in (project / "dist" / "hello.k8s.yaml").read_text().replace('"', "'")

    def test_an_app_that_fails_is_told_of(self, project: Path, file: Path) -> None:
        (file.parent / "wrong.yaml").write_text("environment: no\n")
        done = run("weights", "hello-0=90", "--synth")
        assert done.exit_code == 1
        assert done.stderr.splitlines()[-1] == f"releases/hello.yaml: was written, but {project / 'main.py'} has failed"
        assert "releases/wrong.yaml:1: environment: " in done.stderr
        assert file.read_text() == blue_green(90, 70)

    def test_no_app(self, file: Path) -> None:
        assert refused("weights", "hello-0=90", "--synth") == (
            "releases/hello.yaml: no directory above it has a main.py; nothing was written\n"
        )
        assert file.read_text() == blue_green(30, 70)

    def test_not_with_a_dry_run(self) -> None:
        assert "is not possible together with --dry-run" in misused("weights", "hello-0=90", "--synth", "--dry-run")


def test_characters_that_a_terminal_would_act_on_are_escaped(file: Path) -> None:
    file.write_text(f"{blue_green(30, 70)}# \u202egreen\n", encoding="utf-8")
    assert "\\u202egreen" in run("weights", "hello-1=1").stdout
    assert "\u202egreen" in json.loads(run("weights", "hello-1=2", "-o", "json").stdout)["difference"]


def started(verb: str, *arguments: str) -> "subprocess.Popen[str]":
    """A command as a process."""
    program = [str(Path(sys.executable).with_name("cdk8s-iter8")), verb, "releases/hello.yaml", *arguments]
    return subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def test_a_killed_command_leaves_the_old_file_or_the_new_one(file: Path) -> None:
    """Killed later and later, until it has ended before; tests/edits/test_values_file.py kills at every line."""
    found, killed, delay = [], True, 0.05
    while killed:
        file.write_text(blue_green(30, 70))
        with started("weights", "hello-0=1") as process:
            try:
                killed = process.wait(delay) != 0
            except subprocess.TimeoutExpired:
                process.kill()
        found.append(file.read_text())
        delay *= 1.5
    assert set(found) == {blue_green(30, 70), blue_green(1, 70)}
    assert found[-1] == blue_green(1, 70)


def test_a_file_that_another_program_changes_meanwhile(file: Path) -> None:
    """When the edit is made, the command reads the other files, for the names that they take; one of them is a pipe."""
    pipe = file.with_name("shop.yaml")
    os.mkfifo(pipe)
    with started("candidate", "--name", "hello-v2", "--image", "example/hello:2") as process:
        with pipe.open("w") as stream:  # waits until the command reads it
            file.write_text(blue_green(5, 5))
            stream.write(blue_green(1))
        _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said == "releases/hello.yaml: has changed meanwhile; nothing was written, run the command again\n"
    assert file.read_text() == blue_green(5, 5)
