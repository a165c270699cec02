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


SETTINGS = {
    "user.max_user_namespaces": ("0", "1000"),
    "kernel.unprivileged_userns_clone": ("0", "1"),
    "kernel.apparmor_restrict_unprivileged_userns": ("1", "0"),
}
"""The sysctls that keep namespaces of users from those who are not root: what forbids them, and what allows them."""

SYSCTLS = Path("/proc/sys")
VETH = ("ip", "link", "add", "tried", "type", "veth", "peer", "name", "tried-peer")


def namespaces(uid: int) -> list[str]:
    """What runs a command in namespaces of its own; whoever is not root becomes it in a namespace of users."""
    users = [] if uid == 0 else ["--user", "--map-root-user"]
    own = ["--net", "--mount", "--propagation=private", "--pid", "--fork", "--kill-child", "--mount-proc"]
    return ["unshare", *users, *own]


def command(argv: Sequence[str], uid: int) -> list[str]:
    """The command in its namespaces, with the network of the node."""
    return [*namespaces(uid), "bash", str(SCRIPT), *argv]


def missing(uid: int) -> Iterator[str]:
    """What this machine lacks, each as a sentence."""
    absent = [name for name in NEEDS if shutil.which(name) is None]
    for name in absent:
        yield f"the program {name} is missing; Debian's package {NEEDS[name]} has it"
    if absent:
        return
    if said := failure([*namespaces(uid), "true"]):
        who = "for root that is the capability SYS_ADMIN" if uid == 0 else "for others than root, namespaces of users"
        yield f"namespaces of its own are needed ({who}), and cannot be made here: {said}"
        if uid:
            yield from forbidden()
    elif said := failure(command(VETH, uid)):
        yield f"the network of the pods cannot be made here; it needs a kernel with bridge and veth: {said}"


def failure(argv: Sequence[str]) -> str:
    """What a command says when it fails; nothing when it does not."""
    tried = subprocess.run(argv, capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else tried.stderr.strip() or f"exit code {tried.returncode}"


def forbidden(sysctls: Path = SYSCTLS) -> Iterator[str]:
    """The settings of this machine that keep namespaces of users from those who are not root, and the way out."""
    for name, (wrong, right) in SETTINGS.items():
        file = sysctls / name.replace(".", "/")
        if file.exists() and file.read_text().strip() == wrong:
            yield f"sysctl {name} is {wrong}; as root, `sysctl -w {name}={right}` allows namespaces of users"


def environment(uid: int) -> dict[str, str]:
    """The command's variables.

    In a namespace of users the files of root seem to be nobody's, and below such a directory jsii refuses its cache.
    """
    return {**os.environ, **({} if uid == 0 else {"JSII_RUNTIME_PACKAGE_CACHE": "disabled"})}


def run(argv: Sequence[str]) -> int:
    """Run the command and return its exit code, or say what is missing."""
    problems = list(missing(os.geteuid()))
    if problems:
        print("\n".join(f"e2e-knative: {problem}" for problem in problems), file=sys.stderr)
        return 1
    # All end with this process, also if it is killed; unshare itself ignores SIGTERM.
    whole = ["setpriv", "--pdeathsig", "KILL", "--", *command(argv, os.geteuid())]
    with subprocess.Popen(whole, env=environment(os.geteuid())) as inside:
        signal.signal(signal.SIGTERM, lambda _, __: inside.kill())
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command gets it too, and ends in order
        return inside.wait()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
