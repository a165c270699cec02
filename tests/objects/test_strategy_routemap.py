from pathlib import Path

import cdk8s
import pytest

from cdk8s_iter8 import CanaryRoutemap, MirrorRoutemap, SessionAffinity, ValuesError, Version
from cdk8s_iter8.objects.strategy_routemap import StrategyRoutemap
from cdk8s_iter8.strategies import STRATEGIES
from tests.support.synthesized import chart, emitted, spec_of

VERSIONS = (Version("v-0"), Version("v-1", mirrored=True))


def add(made: cdk8s.Chart, strategy: str) -> None:
    class OfStrategy(StrategyRoutemap):
        pass

    OfStrategy.strategy = STRATEGIES[strategy]
    OfStrategy(
        made,
        "routemap",
        name="hello",
        namespace="shop",
        versions=VERSIONS,
        gateways=("public",),
        iter8_version="v1.2",
    )


@pytest.mark.parametrize("name", sorted(set(STRATEGIES) - {"none"}))
def test_one_template_of_the_strategy_s_name(name: str, tmp_path: Path) -> None:
    made = chart(tmp_path)

    add(made, name)

    (routemap,) = emitted(made)
    assert routemap["metadata"]["labels"]["iter8.tools/version"] == "v1.2"
    assert routemap["metadata"]["namespace"] == "shop"
    spec = spec_of(routemap)
    assert list(spec["routingTemplates"]) == [name]
    assert ("weight" in spec["versions"][0]) == STRATEGIES[name].weighted


def test_no_template_where_nothing_is_routed(tmp_path: Path) -> None:
    made = chart(tmp_path)

    add(made, "none")

    assert spec_of(emitted(made)[0]) == {
        "versions": [
            {"resources": [{"gvrShort": "ksvc", "name": name, "namespace": "default"}]} for name in ("v-0", "v-1")
        ]
    }


@pytest.mark.parametrize(("routemap", "strategy"), [(CanaryRoutemap, "canary"), (MirrorRoutemap, "mirror")])
def test_session_affinity_is_for_blue_green(routemap: type[StrategyRoutemap], strategy: str, tmp_path: Path) -> None:
    with pytest.raises(ValuesError) as error:
        routemap(chart(tmp_path), "a", name="hello", versions=VERSIONS, session_affinity=SessionAffinity("app"))
    text = f"session_affinity: has no effect with strategy {strategy}: it is for blue-green"
    assert [line.partition(": ")[2] for line in error.value.lines] == [text]
