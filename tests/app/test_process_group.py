"""The end of a group of processes."""

import subprocess
import sys

import pytest

# Like process 1 of many containers: orphans become its children, and it never reaps them.
NEGLIGENT = """
import ctypes, os, subprocess, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("no orphan")
"""
PARENT_AND_CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(1, flush=True); input()'])"
ENDS_A_GROUP = f"""
import subprocess, sys
from cdk8s_iter8.app.process_group import adopt_orphans, kill_group
adopt_orphans()
leader = subprocess.Popen(
    [sys.executable, "-c", {PARENT_AND_CHILD!r}], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
)
assert leader.stdout.readline() == b"1\\n"
kill_group(leader.pid)
assert leader.stdout.read() == b""
leader.wait()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process adopt orphans")
def test_all_are_reaped_where_process_1_reaps_nobody() -> None:
    done = subprocess.run([sys.executable, "-c", NEGLIGENT, ENDS_A_GROUP], capture_output=True, text=True, check=True)
    assert done.stdout == "no orphan\n"


def test_a_group_that_has_ended_is_no_error() -> None:
    done = subprocess.run([sys.executable, "-c", ENDS_A_GROUP.replace("input()", "0")], check=False)
    assert done.returncode == 0
