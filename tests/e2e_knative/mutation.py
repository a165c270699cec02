"""Runs named scenarios against wrong output; each must fail. `python -m tests.e2e_knative.mutation [MUTANT…]`."""

import sys

from tests.e2e.mutation import main

SCENARIOS = {
    "port-by-number": ["test_mirror.py::test_grpc"],
    "every-revision": ["test_mirror.py::test_update_of_the_candidate"],
    "every-pod": ["test_metrics.py::test_two_versions_updated_and_asleep"],
    "every-class": ["test_metrics.py::test_copies"],
    "other-version": ["test_metrics.py::test_two_versions_updated_and_asleep"],
    "by-ready": ["test_updates.py::test_good_update[both]", "test_updates.py::test_bad_update[crash-candidate]"],
}
"""Per mutant the scenarios that must notice it."""

RUNNER = (
    *(sys.executable, "-m", "tests.e2e_knative.stack.namespaces"),
    *(sys.executable, "-m", "pytest", "-q", "-m", "e2e_knative"),
)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], SCENARIOS, "tests/e2e_knative", RUNNER))
