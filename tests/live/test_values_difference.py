"""A release in the cluster and its values file."""

from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8.live.values_difference import values_differences
from tests.support.live_release import LiveRelease
from tests.support.released import Json, planned, values


def differences(directory: Path, cluster: Json, file: Json) -> list[str]:
    """What differs when the cluster has one release and the file says another."""
    there, here = directory / "there", directory / "here"
    there.mkdir()
    here.mkdir()
    live = LiveRelease(planned(there, cluster))
    return list(values_differences(planned(here, file).manifests(), live.observation()))


def blue_green(*weights: int, **more: Any) -> Json:
    return values("knative-istio", "blue-green", *({"weight": weight} for weight in weights), **more)


def test_the_same(tmp_path: Path) -> None:
    assert differences(tmp_path, blue_green(30, 70), blue_green(30, 70)) == []


@pytest.mark.parametrize(
    ("file", "lines"),
    [
        (blue_green(30, 50), ["version app-1 has weight 50 in the file, 70 in the cluster"]),
        (blue_green(30, 70, gateway="a/b"), ["the routing template differs: other requests, hosts or addresses"]),
        (
            blue_green(100),
            ["version app-0 has weight 100 in the file, 30 in the cluster", "version app-1 is not in the file"],
        ),
        (blue_green(30, 70, 0), ["version app-2 is not in the cluster's routemap"]),
        (
            values("knative-istio", "none"),
            [
                "version app-0 has weight none in the file, 30 in the cluster",
                "version app-1 has weight none in the file, 70 in the cluster",
                "the strategy is none in the file, blue-green in the cluster",
            ],
        ),
        (
            values("knative-istio", "blue-green", {"weight": 30}, {"weight": 70, "image": "other"}),
            [
                (
                    "ksvc app-1: spec.template.spec.containers[0].image is 'other' in the file, 'kennethreitz/httpbin' "
                    "in the cluster"
                )
            ],
        ),
        (
            blue_green(30, 70, iter8Version="v1.2"),
            ["the routemap is for iter8.tools/version 'v1.2' in the file, 'v1.1' in the cluster"],
        ),
    ],
)
def test_differences(tmp_path: Path, file: Json, lines: list[str]) -> None:
    assert differences(tmp_path, blue_green(30, 70), file) == lines


def test_the_primary(tmp_path: Path) -> None:
    def named(*names: str) -> Json:
        return values("knative-istio", "none", *({"metadata": {"name": name}} for name in names))

    assert differences(tmp_path, named("a", "b"), named("b", "a")) == ["the primary is b in the file, a in the cluster"]


def test_an_override_and_what_kubernetes_adds_are_no_differences(tmp_path: Path) -> None:
    live = LiveRelease(planned(tmp_path, blue_green(30, 70)))
    live.objects[live.resource("app-1-weight-config")]["metadata"]["annotations"]["iter8.tools/weight"] = "10"
    live.objects[live.resource("app-1")]["spec"]["template"]["spec"]["timeoutSeconds"] = 300
    assert list(values_differences(live.manifests, live.observation())) == []


def test_quantities_are_compared_as_amounts(tmp_path: Path) -> None:
    def limited(cpu: str) -> Json:
        container = {"image": "a/b", "resources": {"limits": {"cpu": cpu}}}
        spec = {"template": {"spec": {"containers": [container]}}}
        return values("knative-istio", "none", {"ksvcSpecification": {"spec": spec}})

    assert differences(tmp_path, limited("1"), limited("1000m")) == []
