"""The command in a terminal of its own, as wide as a test says."""

import fcntl
import os
import pty
import re
import struct
import sys
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("cdk8s-iter8")
_NOT_OURS = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM")


def in_terminal(arguments: Sequence[str], columns: int, environment: Mapping[str, str] | None = None) -> str:
    """What the command writes to a terminal, escape codes included; standard error, too.

    Args:
        arguments: Those of `cdk8s-iter8`.
        columns: The characters in a line.
        environment: What the environment has beside this process's own.
    """
    own = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    process, terminal = pty.fork()
    if not process:  # the child has the terminal; it waits for its size
        os.read(0, 1)
        os.execve(  # noqa: S606 - no shell is wanted
            PROGRAM, [str(PROGRAM), *arguments], {**own, "TERM": "xterm-256color", **(environment or {})}
        )
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    os.write(terminal, b"\n")
    written = b""
    with suppress(OSError):  # the end, on Linux
        while chunk := os.read(terminal, 65536):
            written += chunk
    os.close(terminal)
    os.waitpid(process, 0)
    return written.decode().replace("\r\n", "\n").removeprefix("\n")


def plain(text: str) -> str:
    """The text without escape codes."""
    return re.sub("\x1b\\[[0-9;?]*[a-zA-Z]", "", text)
