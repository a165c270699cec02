"""Runs named scenarios against wrong output; each must fail. `python -m tests.e2e.mutation [MUTANT…]`."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

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
        # In blue-green an unguarded version that is not ready has weight 0, which is as good.
        "test_canary.py::test_unready_candidate_gets_nothing",
        "test_canary.py::test_first_of_two_candidates_unready",
        "test_session_affinity.py::test_users_move_when_their_version_loses_its_weight",
    ],
    "mirror-to-host": [
        "test_mirror.py::test_all",
        "test_mirror.py::test_two_candidates",
    ],
    "half-cookie": [
        "test_session_affinity.py::test_versions_whose_names_are_prefixes",
    ],
    "drop-path": ["test_kserve.py::test_canary"],
    "keep-branch": ["test_kserve.py::test_session_affinity"],
    "one-model": ["test_model_mesh.py::test_canary"],
    "inbound": ["test_metrics.py::test_deployments[deployment-istio]"],
    "other-version": ["test_metrics.py::test_callers_choose", "test_metrics.py::test_kserve[kserve]"],
}
"""Per mutant the scenarios that must notice it."""


RUNNER = (sys.executable, "-m", "pytest", "-q", "-m", "e2e")


def outcomes(mutant: str, scenarios: Sequence[str], runner: Sequence[str]) -> dict[str, str]:
    """Run the mutant's scenarios; for each, the assertion that failed, or an empty string."""
    with tempfile.TemporaryDirectory() as directory:
        report = Path(directory) / "report.xml"
        command = [*runner, f"--junitxml={report}", *scenarios]
        own = {"E2E_MUTANT": mutant, "E2E_RESULTS": str(Path(directory) / "e2e.json")}
        environment = {"E2E_PATIENCE": "10", **os.environ, **own}
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        failures: dict[str, str] = {}
        if report.exists():
            cases = ET.parse(report).iter("testcase")  # noqa: S314 (written by pytest just now)
            failures = {case.attrib["name"]: assertion(case) for case in cases}
        if not all(failures.values()) or len(failures) != len(scenarios):
            sys.stderr.write(run.stdout + run.stderr)
        return failures


def assertion(case: ET.Element) -> str:
    """What a scenario noticed; an error of the stack or of the program is no proof."""
    failure = case.find("failure")
    message = "" if failure is None else failure.attrib.get("message", "")
    return message.splitlines()[0] if message.startswith(("AssertionError", "assert")) else ""


def main(
    names: Sequence[str],
    suite: Mapping[str, Sequence[str]],
    directory: str = "tests/e2e",
    runner: Sequence[str] = RUNNER,
) -> int:
    """Report what each scenario made of its mutant; 1 when one went unnoticed."""
    unnoticed = 0
    for mutant in names or suite:
        seen = outcomes(mutant, [f"{directory}/{scenario}" for scenario in suite[mutant]], runner)
        for scenario in suite[mutant]:
            why = seen.get(scenario.rpartition("::")[2], "")
            unnoticed += not why
            print(f"{mutant}: {scenario}: {'noticed: ' + why if why else 'NOT NOTICED'}", flush=True)
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], SCENARIOS))
