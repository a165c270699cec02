"""A file on disk: old or new, whole, whatever happens."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cdk8s_iter8.edits.values_file import replace_file
from cdk8s_iter8.validation.problem import ValuesError

BEFORE, AFTER = "a: 1\r\nb: 'ä'", "a: 2\r\nb: 'ä'"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "hello.yaml"
    made.write_bytes(BEFORE.encode())
    return made


def refused(file: Path, before: str = BEFORE) -> str:
    with pytest.raises(ValuesError) as error:
        replace_file(file, before, AFTER)
    return str(error.value)


def alone(file: Path) -> bool:
    """Nothing is left beside it."""
    return [path.name for path in file.parent.iterdir()] == [file.name]


def test_bytes_and_permissions(file: Path) -> None:
    file.chmod(0o640)
    replace_file(file, BEFORE, AFTER)
    assert file.read_bytes() == AFTER.encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert alone(file)


def test_a_symbolic_link_stays_one(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(Path("..") / file.name)
    replace_file(link, BEFORE, AFTER)
    assert link.is_symlink()
    assert file.read_bytes() == AFTER.encode()


def test_a_file_that_has_changed_meanwhile(file: Path) -> None:
    file.write_text("a: 3\n")
    assert refused(file) == f"{file}: has changed meanwhile; nothing was written, run the command again"
    assert file.read_text() == "a: 3\n"
    assert alone(file)


def test_a_file_that_is_gone(file: Path) -> None:
    file.unlink()
    assert refused(file) == f"{file}: cannot be written: No such file or directory; the file is as it was"


def test_what_a_killed_command_has_left_is_replaced(file: Path) -> None:
    (file.parent / ".hello.yaml.edit").write_text("half")
    replace_file(file, BEFORE, AFTER)
    assert file.read_bytes() == AFTER.encode()
    assert alone(file)


def test_a_link_where_the_new_text_is_to_be_written_is_not_followed(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    (tmp_path / ".hello.yaml.edit").symlink_to(other)
    replace_file(file, BEFORE, AFTER)
    assert other.read_text() == "mine"


def test_a_disk_that_is_full(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert refused(file) == f"{file}: cannot be written: No space left on device; the file is as it was"
    assert file.read_bytes() == BEFORE.encode()
    assert alone(file)


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A directory of this process's user, who is not root."""
    with tempfile.TemporaryDirectory() as name:
        directory, user = Path(name), os.geteuid()
        if user == 0:
            os.chown(directory, 65534, -1)
            os.seteuid(65534)
        try:
            yield directory
        finally:
            os.seteuid(user)
            directory.chmod(0o700)


@pytest.mark.parametrize(("directory_mode", "file_mode"), [(0o555, 0o644), (0o755, 0o444)])
def test_a_directory_or_a_file_that_is_read_only(as_nobody: Path, directory_mode: int, file_mode: int) -> None:
    file = as_nobody / "hello.yaml"
    file.write_bytes(BEFORE.encode())
    file.chmod(file_mode)
    as_nobody.chmod(directory_mode)
    assert refused(file) == f"{file}: cannot be written: Permission denied; the file is as it was"
    assert file.read_bytes() == BEFORE.encode()


KILLED = """
import os, signal, sys
from pathlib import Path
from cdk8s_iter8.edits.values_file import __file__ as source, replace_file

file, before, after = Path(sys.argv[1]), *sys.argv[2:]

def killed_at(line):
    def trace(frame, event, argument):
        nonlocal line
        if frame.f_code.co_filename != source:
            return None
        line -= 1
        if line == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    replace_file(file, before, after)
    os._exit(0)

status, line, seen = 9, 0, set()
while status == 9:
    line += 1
    file.write_bytes(before.encode())
    child = os.fork()
    if not child:
        killed_at(line)
    status = os.waitpid(child, 0)[1]
    found = file.read_bytes().decode()
    seen.add(found)
    replace_file(file, found, after)  # the next run goes through
    assert [each.name for each in file.parent.iterdir()] == [file.name]
assert status == 0
assert seen == {before, after}
assert line > 30
"""


def test_killed_at_any_line_the_file_is_old_or_new_and_the_next_run_goes_through(file: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, file, BEFORE, AFTER], check=True)


def test_two_commands_at_once_one_of_them_is_refused(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from cdk8s_iter8.edits.values_file import replace_file\n"
        "replace_file(Path(sys.argv[1]), sys.argv[2], sys.argv[3])"
    )
    for _ in range(5):
        file.write_bytes(BEFORE.encode())
        commands = [
            subprocess.Popen([sys.executable, "-c", program, file, BEFORE, text], stderr=subprocess.DEVNULL)
            for text in ("one", "two")
        ]
        codes = [process.wait() for process in commands]
        assert sorted(codes) == [0, 1]
        assert file.read_text() == ("one", "two")[codes.index(0)]
