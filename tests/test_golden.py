"""The golden cases: the objects and the traffic of the Iter8 chart, but for the differences that are meant.

They are listed in tests/comparison/allowances.py; any other difference fails.
"""

from pathlib import Path

import pytest

from tests.comparison.compare import compare
from tests.comparison.document import Case
from tests.comparison.golden import golden


@pytest.mark.parametrize("case", golden())
def test_the_same_objects_and_the_same_traffic(case: Case, tmp_path: Path) -> None:
    compare(case, tmp_path)
