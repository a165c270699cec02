"""Runs named scenarios against wrong routing templates; each must fail. `python -m tests.e2e.mutation [MUTANT…]`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.e2e.mutants import MUTANTS
from tests.e2e.release import ROOT

SCENARIOS = {
    "drop-host": [
        "test_blue_green.py::test_initial_release",
        "test_blue_green.py::test_seed_example_30_70",
    ],
    "swap-weights": [
        "test_blue_green.py::test_seed_example_30_70",
        "test_blue_green.py::test_weights_changed",
    ],
    "forget-guard": [
        "test_blue_green.py::test_candidate_unready",
        "test_blue_green.py::test_three_versions_first_candidate_unready",
    ],
}
"""Per mutant the scenarios that must notice it."""


def outcomes(mutant: str) -> dict[str, str]:
    """Run the mutant's scenarios; for each, why it failed, or an empty string when it passed."""
    with tempfile.TemporaryDirectory() as directory:
        report = Path(directory) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-m", "e2e", f"--junitxml={report}"]
        command += [f"tests/e2e/{scenario}" for scenario in SCENARIOS[mutant]]
        environment = {**os.environ, "E2E_MUTANT": mutant, "E2E_RESULTS": str(Path(directory) / "e2e.json")}
        subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
        if not report.exists():
            return {}
        cases = ET.parse(report).iter("testcase")  # noqa: S314 (written by pytest just now)
        return {case.attrib["name"]: reason(case) for case in cases}


def reason(case: ET.Element) -> str:
    """The message of a failed assertion; a fixture's error is no proof and counts as passed."""
    failure = case.find("failure")
    return "" if failure is None else failure.attrib.get("message", "failed").splitlines()[0]


def main(names: list[str]) -> int:
    """Report what each scenario made of its mutant; 1 when one went unnoticed."""
    unnoticed = 0
    for mutant in names or list(MUTANTS):
        seen = outcomes(mutant)
        for scenario in SCENARIOS[mutant]:
            why = seen.get(scenario.rpartition("::")[2], "")
            unnoticed += not why
            print(f"{mutant}: {scenario}: {'noticed: ' + why if why else 'NOT NOTICED'}", flush=True)
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
