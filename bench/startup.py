"""How long `python main.py` takes for releases/hello.yaml, next to an empty cdk8s app: `make bench`.

Both run in turn, in pairs, with this interpreter and its Node; the ratio is the median of the pairs' ratios, so that
it holds on a machine whose speed drifts.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
EMPTY_APP = """\
import os
from cdk8s import App, Chart
app = App(outdir=os.environ["CDK8S_OUTDIR"])
Chart(app, "x")
app.synth()
"""


class Run(NamedTuple):
    """One run of a program, its Node included: seconds of the clock, and of all processors together."""

    wall: float
    cpu: float


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(program: Path, directory: Path) -> Run:
    """Runs a program in a directory and times it from outside, from start to exit."""
    environ = os.environ | {
        "CDK8S_OUTDIR": str(directory / "out"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # after the first run all modules are compiled, as on any machine
    cpu, start = _cpu(), time.perf_counter()
    subprocess.run([sys.executable, program], cwd=directory, env=environ, check=True)
    return Run(time.perf_counter() - start, _cpu() - cpu)


def measure(pairs: int) -> list[tuple[Run, Run]]:
    """Times both programs in turn; the first pair, which fills caches, does not count."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        empty_app = directory / "empty.py"
        empty_app.write_text(EMPTY_APP)
        (directory / "releases").mkdir()
        shutil.copy(ROOT / "releases" / "hello.yaml", directory / "releases")
        return [(timed(empty_app, directory), timed(ROOT / "main.py", directory)) for _ in range(pairs + 1)][1:]


def report(runs: list[tuple[Run, Run]]) -> str:
    """Says what was measured, as the table that README has."""
    lines = [
        f"| median of {len(runs)} pairs | empty cdk8s app | `python main.py` | ratio (least to most) |",
        "|---|---|---|---|",
    ]
    for index, name in enumerate(("time", "processor time")):
        empty, release = ([run[index] for run in side] for side in zip(*runs, strict=True))
        ratios = sorted(b / a for a, b in zip(empty, release, strict=True))
        lines.append(
            f"| {name} | {median(empty):.2f} s | {median(release):.2f} s "
            f"| {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}) |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=21, help="how many pairs of runs (default: %(default)s)")
    print(report(measure(parser.parse_args().pairs)))


if __name__ == "__main__":
    main()
