"""Many releases in one directory: several processes, errors of all files, and an end in between."""

import signal
import time
from pathlib import Path

import pytest

from tests.support.main_program import HELLO, run, start, synthesized


def outcome(directory: Path, *arguments: str) -> tuple[int, str]:
    """Runs the app in a directory; returns its exit code and its standard error."""
    done = run(directory, *arguments)
    return done.returncode, done.stderr


def releases(directory: Path, count: int) -> Path:
    (directory / "releases").mkdir()
    for number in range(count):
        (directory / "releases" / f"app{number}.yaml").write_text(HELLO)
    return directory / "releases"


def content(directory: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (directory / "dist").iterdir()}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_all_are_written_whatever_the_number_of_processes(tmp_path: Path, jobs: str) -> None:
    releases(tmp_path, 60)
    (tmp_path / "controller.yaml").write_text("resourceTypes: auto\n")
    assert outcome(tmp_path, "--jobs", jobs) == (0, "")
    written = content(tmp_path)
    assert "name: iter8\n" in written.pop("iter8-controller.k8s.yaml")
    assert written == {f"app{number}.k8s.yaml": synthesized(f"app{number}") for number in range(60)}


def test_the_errors_of_all_files_are_said_and_nothing_is_written(tmp_path: Path) -> None:
    made = releases(tmp_path, 60)
    (tmp_path / "dist").mkdir()
    (made / "app7.yaml").write_text(HELLO.replace("weight: 70", "weight: -3"))
    (made / "app59.yaml").write_text(HELLO.replace("versions:", "metadata: {name: app3}\n  versions:"))
    code, said = outcome(tmp_path)
    assert code == 1
    assert [line.partition(": ")[0] for line in said.splitlines()] == ["releases/app7.yaml:28", "releases/app59.yaml:4"]
    assert content(tmp_path) == {}


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_end_in_between_leaves_what_was_there(tmp_path: Path, number: signal.Signals, code: int) -> None:
    releases(tmp_path, 300)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "app0.k8s.yaml").write_text("old\n")
    with start(tmp_path) as process:
        until = time.monotonic() + 60
        while not list((tmp_path / "dist").glob(".synth.*/*")):  # some are synthesized, and none is in its place
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.01)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (code, "")
    assert content(tmp_path) == {"app0.k8s.yaml": "old\n"}


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1.5", "²"])
def test_a_number_of_processes_that_is_none(tmp_path: Path, jobs: str) -> None:
    code, said = outcome(tmp_path, f"--jobs={jobs}")
    assert code == 2
    assert said.endswith(f"argument --jobs: {jobs!r} is not a number of processes (from 1 to 1000)\n")


class TestOnly:
    def test_all_other_files_are_left_alone(self, tmp_path: Path) -> None:
        made = releases(tmp_path, 3)
        assert outcome(tmp_path) == (0, "")
        (made / "app1.yaml").write_text(HELLO.replace("weight: 30", "weight: 31"))
        (made / "app2.yaml").write_text("wrong")
        before = content(tmp_path)
        assert outcome(tmp_path, "--only", "app1") == (0, "")
        changed = before["app1.k8s.yaml"].replace('"30"', '"31"').replace("weight: 30", "weight: 31")
        assert changed != before["app1.k8s.yaml"]
        assert content(tmp_path) == {**before, "app1.k8s.yaml": changed}

    def test_the_controller_is_asked_but_not_written(self, tmp_path: Path) -> None:
        releases(tmp_path, 2)
        (tmp_path / "controller.yaml").write_text("resourceTypes: {ksvc: null}\n")
        code, said = outcome(tmp_path, "releases", "--only", "app1")
        assert code == 1
        assert said.startswith("controller.yaml:1: resourceTypes.ksvc: is missing, but release default/app1 uses it")
        (tmp_path / "controller.yaml").write_text("resourceTypes: auto\n")
        assert outcome(tmp_path, "releases", "--only", "app1") == (0, "")
        assert content(tmp_path).keys() == {"app1.k8s.yaml"}

    def test_a_release_without_file_is_an_error(self, tmp_path: Path) -> None:
        releases(tmp_path, 1)
        assert outcome(tmp_path, "--only", "app0", "x") == (1, "releases: has no file for a release 'x'\n")
        assert not (tmp_path / "dist").exists()

    def test_it_is_not_for_what_has_changed(self, tmp_path: Path) -> None:
        code, said = outcome(tmp_path, "--changed", "--only", "app0")
        assert code == 2
        assert "not allowed with argument" in said
