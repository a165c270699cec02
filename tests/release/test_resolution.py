from pathlib import Path

import pytest

from tests.support.released import objects, problems, values

NO_EFFECT = (
    "has no effect with strategy canary, which chooses requests by match: to share requests by weight use strategy "
    "blue-green"
)


@pytest.mark.parametrize(
    "environment", ["knative-istio", "deployment-istio", "deployment-gtw", "kserve-modelmesh-istio"]
)
@pytest.mark.parametrize("weight", [0, 50, 90])
def test_weights_of_a_canary(environment: str, weight: int, tmp_path: Path) -> None:
    """Also the default's, since somebody wrote it and means it."""
    messages = problems(tmp_path, values(environment, "canary", {"weight": 90}, {"weight": weight}))
    assert messages == [f"application.versions[{index}].weight: {NO_EFFECT}" for index in (0, 1)]


@pytest.mark.parametrize("environment", ["kserve", "kserve-0.11", "kserve-0.10"])
def test_routemaps_of_a_canary_of_models_have_them(environment: str, tmp_path: Path) -> None:
    data = values(environment, "canary", {"weight": 90}, {"weight": 10})
    assert "weight: 90" in objects(tmp_path, data)[0]["data"]["strSpec"]


@pytest.mark.parametrize("strategy", ["none", "blue-green", "canary", "mirror"])
def test_a_weight_that_nobody_wrote_is_none(strategy: str, tmp_path: Path) -> None:
    assert not problems(tmp_path, values("knative-istio", strategy))


def test_a_weight_without_value_is_none(tmp_path: Path) -> None:
    assert not problems(tmp_path, values("knative-istio", "canary", {"weight": None}, {}))
