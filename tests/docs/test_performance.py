"""The pages on speed: what the bench writes has its place, and the program for upstream runs."""

import re
import subprocess
import sys
from pathlib import Path

from bench.synthesis.report import BEGIN, END

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_has_the_place_of_the_report() -> None:
    page = (DOCS / "performance.md").read_text()
    assert page.count(BEGIN) == page.count(END) == 1
    assert page.index(BEGIN) < page.index(END)


def test_the_program_for_upstream_runs(tmp_path: Path) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", (DOCS / "upstream-cdk8s-synth.md").read_text(), re.DOTALL)
    few = program.replace("(100, 200, 400, 800)", "(1, 2)")
    assert few != program
    done = subprocess.run([sys.executable, "-c", few], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["1", "2"]
