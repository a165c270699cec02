"""`python main.py` as a process of its own, and what it writes for the example release."""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HELLO = (ROOT / "releases" / "hello.yaml").read_text()
DIST = (ROOT / "dist" / "hello.k8s.yaml").read_text()


def environment(directory: Path) -> dict[str, str]:
    """The variables of a program that writes to dist/ in a directory."""
    return os.environ | {
        "CDK8S_OUTDIR": str(directory / "dist"),
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "PYTHONPATH": f"{ROOT / 'constructs'}:{ROOT / 'imports'}",
    }


def start(directory: Path, *arguments: str) -> subprocess.Popen[str]:
    """Starts the app in a directory; it writes to dist/ there."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=directory,
        env=environment(directory),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A job in the background inherits that SIGINT is ignored; a program at a terminal does not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )


def run(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the app in a directory until it ends; it writes to dist/ there."""
    with start(directory, *arguments) as process:
        printed, said = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, printed, said)


def synthesized(name: str) -> str:
    """What synthesis writes for the values of `HELLO` in the file of another release."""
    return (
        DIST.replace("hello-", f"{name}-")
        .replace("name: hello", f"name: {name}")
        .replace("hello.default", f"{name}.default")
        .replace("instance: hello", f"instance: {name}")
        .replace("part-of: hello", f"part-of: {name}")
    )
