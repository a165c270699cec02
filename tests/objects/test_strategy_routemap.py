from pathlib import Path

import pytest

from cdk8s_iter8 import Version
from cdk8s_iter8.objects.strategy_routemap import StrategyRoutemap
from cdk8s_iter8.strategies import STRATEGIES
from cdk8s_iter8.traffic.application import Application
from tests.support.synthesized import chart, emitted, spec_of

APPLICATION = Application("hello", "shop", (Version("v-0"), Version("v-1", mirrored=True)), ("public",))


@pytest.mark.parametrize("name", sorted(set(STRATEGIES) - {"none"}))
def test_one_template_of_the_strategy_s_name(name: str, tmp_path: Path) -> None:
    made = chart(tmp_path)

    StrategyRoutemap(made, "routemap", application=APPLICATION, strategy=STRATEGIES[name], iter8_version="v1.2")

    (routemap,) = emitted(made)
    assert routemap["metadata"]["labels"]["iter8.tools/version"] == "v1.2"
    assert routemap["metadata"]["namespace"] == "shop"
    spec = spec_of(routemap)
    assert list(spec["routingTemplates"]) == [name]
    assert ("weight" in spec["versions"][0]) == STRATEGIES[name].weighted


def test_no_template_where_nothing_is_routed(tmp_path: Path) -> None:
    made = chart(tmp_path)

    StrategyRoutemap(made, "routemap", application=APPLICATION, strategy=STRATEGIES["none"])

    assert spec_of(emitted(made)[0]) == {
        "versions": [
            {"resources": [{"gvrShort": "ksvc", "name": name, "namespace": "default"}]} for name in ("v-0", "v-1")
        ]
    }
