"""The output directory: all new, or as it was."""

import signal
from pathlib import Path

import pytest

from cdk8s_iter8.app.output import adding, replacing


def content(directory: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in directory.iterdir()}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output directory with two releases and another file."""
    for name in ("a.k8s.yaml", "b.k8s.yaml", "notes.yaml"):
        (tmp_path / name).write_text("old")
    return tmp_path


def test_files_are_replaced_added_and_removed_and_others_stay(output: Path) -> None:
    with replacing(output) as unfinished:
        (unfinished / "b.k8s.yaml").write_text("new")
        (unfinished / "c.k8s.yaml").write_text("new")
    assert content(output) == {"b.k8s.yaml": "new", "c.k8s.yaml": "new", "notes.yaml": "old"}


def test_nothing_is_changed_where_writing_fails(output: Path) -> None:
    before = content(output)

    def fail() -> None:
        with replacing(output) as unfinished:
            (unfinished / "a.k8s.yaml").write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert content(output) == before


def test_killed_while_files_are_replaced_the_next_run_does_the_rest(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write() -> None:
        with replacing(output) as unfinished:
            for name in ("a", "c"):
                (unfinished / f"{name}.k8s.yaml").write_text("new")

    replace = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if self.name == "c.k8s.yaml":
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        write()
    assert content(output) == {"a.k8s.yaml": "new", "b.k8s.yaml": "old", "notes.yaml": "old"}

    monkeypatch.setattr(Path, "replace", replace)
    write()
    assert content(output) == {"a.k8s.yaml": "new", "c.k8s.yaml": "new", "notes.yaml": "old"}


def test_an_absent_directory_is_made(tmp_path: Path) -> None:
    with replacing(tmp_path / "deep" / "dist") as unfinished:
        (unfinished / "a.k8s.yaml").write_text("new")
    assert content(tmp_path / "deep" / "dist") == {"a.k8s.yaml": "new"}


def test_an_absent_directory_stays_absent_where_writing_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), replacing(tmp_path / "dist"):
        raise KeyError
    assert not (tmp_path / "dist").exists()


def test_files_are_added_and_all_others_stay(output: Path) -> None:
    with adding(output) as unfinished:
        (unfinished / "b.k8s.yaml").write_text("new")
    assert content(output) == {"a.k8s.yaml": "old", "b.k8s.yaml": "new", "notes.yaml": "old"}


def test_files_that_are_kept_stay(output: Path) -> None:
    with replacing(output, kept={"a.k8s.yaml"}):
        pass
    assert content(output) == {"a.k8s.yaml": "old", "notes.yaml": "old"}


def test_a_file_that_is_as_it_was_is_not_touched(output: Path) -> None:
    before = (output / "a.k8s.yaml").stat()
    with replacing(output) as unfinished:
        (unfinished / "a.k8s.yaml").write_text("old")
        (unfinished / "b.k8s.yaml").write_text("new")
    after = (output / "a.k8s.yaml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_all_files_are_replaced(
    output: Path, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*_: object) -> None:
        raise KeyboardInterrupt

    before, replace = signal.signal(number, end), Path.replace

    def disturbed(self: Path, target: Path) -> Path:
        signal.raise_signal(number)
        return replace(self, target)

    def write() -> None:
        with replacing(output) as unfinished:
            for name in ("a", "c"):
                (unfinished / f"{name}.k8s.yaml").write_text("new")

    monkeypatch.setattr(Path, "replace", disturbed)
    try:
        with pytest.raises(KeyboardInterrupt):
            write()
    finally:
        signal.signal(number, before)
    assert content(output) == {"a.k8s.yaml": "new", "c.k8s.yaml": "new", "notes.yaml": "old"}
