"""Compares a case with what this project makes of it."""

from pathlib import Path

import pytest

from cdk8s_iter8 import ValuesError
from tests.comparison.allowances import adapted, refusal
from tests.comparison.document import Case, differences
from tests.comparison.ours import ours


def compare(case: Case, directory: Path) -> None:
    """Fails unless both refuse the values, or differ in nothing but what is meant to."""
    refused = refusal(case)
    if refused:
        with pytest.raises(ValuesError, match=refused.says):
            ours(case, directory)
        return
    chart, _ = adapted(case)
    if not chart:
        with pytest.raises(ValuesError):
            ours(case, directory)
        return
    assert differences(chart, ours(case, directory)) == []
