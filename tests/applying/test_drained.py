from pathlib import Path

import pytest

from cdk8s_iter8.applying.drained import gives
from cdk8s_iter8.environments import environment, shipped_environment_names
from cdk8s_iter8.template.evaluation import evaluate
from tests.support.released import planned, values

WEIGHTS = {"blue-green": [7, 3], "canary": [1, 1], "mirror": [7, 3]}


ROUTED = [
    (name, strategy)
    for name in sorted(shipped_environment_names())
    for strategy in environment(name).strategies()
    if strategy != "none"
]


@pytest.mark.parametrize(("name", "strategy"), ROUTED)
def test_a_route_of_every_environment_is_drained_once_the_candidate_has_no_weight(
    name: str, strategy: str, tmp_path: Path
) -> None:
    data = values(name, strategy, {"metadata": {"name": "app-v1"}}, {"metadata": {"name": "app-v2"}})
    template = planned(tmp_path, data).template()
    both, alone = (evaluate(template, weights) for weights in (WEIGHTS[strategy], [1, 0]))
    assert isinstance(both, dict)
    assert isinstance(alone, dict)
    assert (gives(both, "app-v1"), gives(both, "app-v2")) == (True, True)
    assert (gives(alone, "app-v1"), gives(alone, "app-v2")) == (True, False)


def test_a_name_is_not_part_of_another() -> None:
    route = {"spec": {"http": [{"route": [{"destination": {"host": "hello-10.default.svc.cluster.local"}}]}]}}
    assert not gives(route, "hello-1")
    assert not gives(route, "hello")
    assert not gives(route, "10")
    assert gives(route, "hello-10")


def test_a_backend_of_weight_0_gets_nothing_but_alone_it_gets_all() -> None:
    def route(*weights: int) -> dict[str, object]:
        refs = [{"name": f"hello-{index}", "port": 80, "weight": weight} for index, weight in enumerate(weights)]
        return {"kind": "HTTPRoute", "spec": {"rules": [{"backendRefs": refs}]}}

    assert [gives(route(0, 1), f"hello-{index}") for index in range(2)] == [False, True]
    assert gives(route(0), "hello-0")


def test_a_copy_of_requests_counts() -> None:
    mirrored = {"destination": {"host": "hello-1-mirror.default.svc.cluster.local"}, "percentage": {"value": 50}}
    route = {"spec": {"http": [{"route": [], "mirrors": [mirrored]}]}}
    assert gives(route, "hello-1-mirror")


@pytest.mark.parametrize("spec", [None, "x", [], {"http": None}, {"http": [None, 3, {"route": "a"}]}])
def test_a_route_of_any_form_is_read(spec: object) -> None:
    assert not gives({"spec": spec}, "hello")
