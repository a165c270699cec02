"""Comparison with the Iter8 chart itself: CHART_DIR=…/charts/release, with helm on PATH or in HELM.

The chart there has been extended for Knative as Iter8's documentation says: the files of its sample
`knative-bg-extension` are in templates/, and release.yaml names the environment.

Every environment and strategy of the chart, and what values can vary.
"""

from pathlib import Path

import pytest

from tests.comparison.allowances import ALLOWANCES, REFUSALS, Allowance, Refusal, adapted, refusal
from tests.comparison.compare import compare
from tests.comparison.helm import chart_case
from tests.comparison.values import PAIRS, UNKNOWN, UNWATCHED, variations

CASES = {
    f"{environment}, {strategy}, {name}": (namespace, values)
    for environment, strategy in PAIRS
    for name, namespace, values in variations(environment, strategy)
}
CASES["deployment-istio, unknown strategy"] = ("default", UNKNOWN)
CASES["deployment-istio, watch switched off"] = ("default", UNWATCHED)


@pytest.mark.parametrize("name", CASES)
def test_the_same_objects_and_the_same_traffic(name: str, tmp_path: Path) -> None:
    namespace, values = CASES[name]
    compare(chart_case(name, "hello", namespace, values), tmp_path)


@pytest.mark.parametrize("allowance", ALLOWANCES, ids=lambda allowance: allowance.name)
def test_every_allowance_is_needed(allowance: Allowance) -> None:
    namespace, values = CASES[allowance.seen_in]
    assert allowance.name in adapted(chart_case(allowance.seen_in, "hello", namespace, values))[1]


@pytest.mark.parametrize("refused", REFUSALS, ids=lambda case: case.name)
def test_every_refusal_is_of_values_that_the_chart_takes(refused: Refusal) -> None:
    namespace, values = CASES[refused.seen_in]
    case = chart_case(refused.seen_in, "hello", namespace, values)
    assert case.chart
    assert refusal(case) is refused
