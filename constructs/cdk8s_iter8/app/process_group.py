"""The end of a group of processes, some of which are children of others in it."""

import ctypes
import os
import signal
import sys
import time
from contextlib import suppress

_PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
_LONGEST_END_MS = 5000


def adopt_orphans() -> None:
    """Makes processes whose parent ends children of this process instead of those of process 1; Linux only.

    In a container process 1 is often a program that does not reap its children. Then a process that has ended stays in
    its group as a zombie, and whoever waits for the group's end waits in vain.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # a C library without prctl: then process 1 must reap
            ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def kill_group(leader: int) -> None:
    """Ends all processes of a group, and waits until none of them can write any more.

    Args:
        leader: The process that leads the group. It is a child of this process, which has not yet waited for it.
    """
    os.killpg(leader, signal.SIGKILL)
    with suppress(ChildProcessError):  # all are reaped
        while True:
            os.waitpid(-leader, 0)
    with suppress(ProcessLookupError):  # orphans that this process could not adopt have ended
        for _ in range(_LONGEST_END_MS):
            os.killpg(leader, 0)
            time.sleep(0.001)
