"""What the suites with a real API server share: which tests are skipped, names of tests, and the report of figures."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.figures import Figures


def skip_own_controller(items: list[pytest.Item]) -> None:
    """Skips by name what Iter8's controller does not do."""
    for item in items:
        if marker := item.get_closest_marker("own_controller"):
            item.add_marker(pytest.mark.skip(reason=f"Iter8's controller does not: {marker.args[0]}"))


def namespace_of(request: pytest.FixtureRequest) -> str:
    """A namespace's name for one test, which no other test has."""
    test = re.sub(r"[^a-z0-9]+", "-", request.node.name.removeprefix("test_").lower()).strip("-")[:40].strip("-")
    return f"{test}-{os.urandom(2).hex()}"


def scenario_of(request: pytest.FixtureRequest) -> str:
    """What figures call a test."""
    return f"{request.path.stem.removeprefix('test_')}: {request.node.name.removeprefix('test_')}"


def report(terminal: pytest.TerminalReporter, figures: Figures, results: Path, logs: Path, more: str = "") -> bool:
    """Writes the figures of a run; returns whether the run failed.

    Args:
        terminal: Where to write.
        figures: The figures.
        results: The file for the figures, unless `E2E_RESULTS` names another.
        logs: The directory of the run's logs; it is removed unless the run failed.
        more: More words for the last line.
    """
    figures.scenarios = len(terminal.stats.get("passed", []))
    terminal.section("figures")
    for line in figures.lines():
        terminal.write_line(line)
    file = Path(os.environ.get("E2E_RESULTS") or results)
    figures.write(file)
    terminal.write_line(
        f"{figures.scenarios} scenarios passed, {sum(figure.sent for figure in figures.figures)} requests measured, "
        f"routes made by {figures.router}{more}; all figures in {file}"
    )
    failed = bool(terminal.stats.get("failed") or terminal.stats.get("error"))
    if failed:
        terminal.write_line(f"logs are kept in {logs}")
    else:
        shutil.rmtree(logs, ignore_errors=True)
    return failed


def last_lines(logs: Path) -> Iterator[str]:
    """Yields the end of every log."""
    for log in sorted(logs.glob("*.log")):
        yield f"--- {log.name}"
        yield from (line[:400] for line in log.read_text(errors="replace").splitlines()[-8:])
