"""The weights of a routemap in a cluster, which may have been written by hand."""

import yaml

from cdk8s_iter8.applying.live_routing import routemap_of
from cdk8s_iter8.applying.shift_order import Weighing
from cdk8s_iter8.applying.weighing import weighing_of
from tests.support.engine_objects import routemap


def test_a_version_without_objects_keeps_its_weight() -> None:
    objects = [{"gvrShort": "cm", "name": "hello-0-weight-config"}, {"gvrShort": "ksvc", "name": "hello-0"}]
    spec = yaml.safe_dump({"versions": [{"resources": objects, "weight": 30}, {"weight": 70}]})
    config = {"metadata": {"annotations": {"iter8.tools/weight": "40"}}}
    weights = {"default/hello-0-weight-config": 40, "versions[1]": 70}
    found = weighing_of(routemap_of(routemap(spec)), {"default/hello-0-weight-config": config})
    assert found == Weighing(tuple(weights), weights)
