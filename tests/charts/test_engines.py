from pathlib import Path

import cdk8s
import pytest

from cdk8s_iter8 import Iter8Controller, RoutingController
from cdk8s_iter8.charts.engines import add_controller
from cdk8s_iter8.controller.engines import ENGINES


@pytest.mark.parametrize(("engine", "chart"), [("iter8", Iter8Controller), ("cdk8s-iter8", RoutingController)])
def test_each_engine_has_its_chart(tmp_path: Path, engine: str, chart: type[cdk8s.Chart]) -> None:
    added = add_controller(cdk8s.App(outdir=str(tmp_path)), ENGINES[engine]())
    assert type(added) is chart
    assert added.node.id == added.plan.values.app_name
