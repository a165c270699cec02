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
    found = set()
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if word in (each / "cmdline").read_text().split("\0"):
                found.add(int(each.name))
        except OSError:
            continue
    return found


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


def test_exit_code_is_the_commands() -> None:
    command = [sys.executable, "-m", "tests.e2e_knative.stack.namespaces", "bash", "-c", "exit 7"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 7


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "the program ip is missing; Debian's package iproute2 has it" in list(namespaces.missing(0))
