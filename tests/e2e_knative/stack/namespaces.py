"""Runs a command in namespaces of its own: `python -m tests.e2e_knative.stack.namespaces COMMAND…`.

It has a network with a bridge for pods, mounts, and process ids of its own. All processes end with the command, however
it ends, and with them the network and the mounts: so nothing is left behind, also after SIGKILL.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

SCRIPT = Path(__file__).with_name("namespaces.sh")
NEEDS = {
    "unshare": "util-linux",
    "nsenter": "util-linux",
    "setpriv": "util-linux",
    "mount": "mount",
    "ip": "iproute2",
    "bash": "bash",
}
"""The programs, and the Debian package of each."""


def command(argv: Sequence[str], uid: int) -> list[str]:
    """The command in its namespaces; whoever is not root becomes it in a namespace of users."""
    users = [] if uid == 0 else ["--user", "--map-root-user"]
    own = ["--net", "--mount", "--propagation=private", "--pid", "--fork", "--kill-child", "--mount-proc"]
    return ["unshare", *users, *own, "bash", str(SCRIPT), *argv]


def missing(uid: int) -> Iterator[str]:
    """What this machine lacks, each as a sentence."""
    absent = [name for name in NEEDS if shutil.which(name) is None]
    for name in absent:
        yield f"the program {name} is missing; Debian's package {NEEDS[name]} has it"
    if absent:
        return
    tried = subprocess.run(command(["true"], uid), capture_output=True, text=True, check=False)
    if tried.returncode:
        yield (
            "namespaces cannot be made here, which needs the capability SYS_ADMIN or namespaces of users "
            f"(sysctl user.max_user_namespaces): {tried.stderr.strip()}"
        )


def run(argv: Sequence[str]) -> int:
    """Run the command and return its exit code, or say what is missing."""
    problems = list(missing(os.geteuid()))
    if problems:
        print("\n".join(f"e2e-knative: {problem}" for problem in problems), file=sys.stderr)
        return 1
    # All end with this process, also if it is killed; unshare itself ignores SIGTERM.
    whole = ["setpriv", "--pdeathsig", "KILL", "--", *command(argv, os.geteuid())]
    with subprocess.Popen(whole) as inside:
        signal.signal(signal.SIGTERM, lambda _, __: inside.kill())
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command gets it too, and ends in order
        return inside.wait()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
