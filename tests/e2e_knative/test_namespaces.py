"""What a run leaves behind: nothing, however it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.release import ROOT
from tests.e2e.stack.eventually import eventually
from tests.e2e_knative.stack import namespaces


def with_argument(word: str) -> set[int]:
    """The processes that have this argument."""
    processes = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if word in (process / "cmdline").read_text().split("\0"):
                processes.add(int(process.name))
        except OSError:
            continue
    return processes


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_killed_from_outside(number: int) -> None:
    """Neither processes nor interfaces of the inner run stay."""
    seconds = f"{7000 + os.getpid()}.{number}"
    before = os.listdir("/sys/class/net")  # noqa: PTH208 (names only)
    command = [
        sys.executable,
        "-m",
        "tests.e2e_knative.stack.namespaces",
        "bash",
        "-c",
        f"sleep {seconds} & sleep {seconds}",
    ]
    with subprocess.Popen(command, cwd=ROOT) as inner:
        try:
            eventually(lambda: len(with_argument(seconds)), lambda seen: seen == 2, "two sleeps")
        finally:
            inner.send_signal(number)
            code = inner.wait(20)
    assert code != 0
    eventually(lambda: with_argument(seconds), lambda seen: not seen, "no sleep")
    assert os.listdir("/sys/class/net") == before  # noqa: PTH208


def test_ctrl_c_reaches_the_command() -> None:
    """It ends in its own way, as pytest does with a report; a terminal sends the signal to all processes."""
    program = "import time\ntry:\n print('up', flush=True); time.sleep(60)\nexcept KeyboardInterrupt:\n exit(9)"
    command = [sys.executable, "-m", "tests.e2e_knative.stack.namespaces", sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True) as inner:
        assert inner.stdout
        assert inner.stdout.readline() == b"up\n"
        os.killpg(inner.pid, signal.SIGINT)
        assert inner.wait(20) == 9


def test_exit_code_is_the_commands() -> None:
    command = [sys.executable, "-m", "tests.e2e_knative.stack.namespaces", "bash", "-c", "exit 7"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 7


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "the program ip is missing; Debian's package iproute2 has it" in list(namespaces.missing(0))


def test_whoever_is_not_root_is_told_what_forbids_namespaces(tmp_path: Path) -> None:
    """The kernel's own answer, in a namespace of users that may have no others inside, and the setting behind it."""
    program = "from tests.e2e_knative.stack import namespaces as n; print(*n.missing(1), sep='\\n')"
    inner = 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$@"'
    command = ["unshare", "--user", "--map-root-user", "sh", "-c", inner, "sh", sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    said, setting = done.stdout.splitlines()
    assert said.startswith("namespaces of its own are needed (for others than root, namespaces of users)")
    assert setting.startswith("sysctl user.max_user_namespaces is 0; as root, `sysctl -w user.max_user_namespaces=")
    (tmp_path / "kernel").mkdir()
    (tmp_path / "kernel" / "unprivileged_userns_clone").write_text("0\n")
    (tmp_path / "kernel" / "apparmor_restrict_unprivileged_userns").write_text("0\n")
    assert [line.partition(";")[0] for line in namespaces.forbidden(tmp_path)] == [
        "sysctl kernel.unprivileged_userns_clone is 0"
    ]
