from pathlib import Path
from typing import Any

import cdk8s
import pytest

from cdk8s_iter8 import DeploymentVersion, ValuesError, Version, VersionService


@pytest.fixture
def chart(tmp_path: Path) -> cdk8s.Chart:
    return cdk8s.Chart(cdk8s.App(outdir=str(tmp_path / "dist")), "chart")


def problems(chart: cdk8s.Chart) -> list[str]:
    return [line for construct in chart.node.find_all() for line in construct.node.validate()]


def pods(**labels: str) -> dict[str, Any]:
    template = {"metadata": {"labels": labels}, "spec": {"containers": [{"name": "a", "image": "a"}]}}
    return {"selector": {"matchLabels": {"x": "1"}}, "template": template}


def test_a_version_of_image_and_service(chart: cdk8s.Chart) -> None:
    for name in ("hello-0", "hello-1"):
        DeploymentVersion(chart, name, version=Version(name), image="a")
        VersionService(chart, f"{name}-service", version=Version(name))
    assert problems(chart) == []


def test_the_order_does_not_matter(chart: cdk8s.Chart) -> None:
    VersionService(chart, "service", version=Version("hello-0"))
    DeploymentVersion(chart, "hello-0", version=Version("hello-0"), spec=pods(x="1"))
    assert problems(chart) == [
        "Service hello-0: spec.selector.app: 'hello-0' does not select the pods, which have no label app"
    ]


def test_a_service_of_two_versions(chart: cdk8s.Chart) -> None:
    spec = {"selector": {"x": "1"}, "ports": [{"port": 80}]}
    VersionService(chart, "service", version=Version("hello-0"), spec=spec)
    for name in ("hello-0", "hello-1"):
        DeploymentVersion(chart, name, version=Version(name), spec=pods(x="1"))
    assert problems(chart) == [
        "Service hello-0: selects the pods of hello-1 too: give the pods of every version other labels"
    ]
    chart.node.try_remove_child("hello-1")
    assert problems(chart) == []


def test_pods_that_are_not_of_this_app_are_not_judged(chart: cdk8s.Chart) -> None:
    VersionService(chart, "service", version=Version("hello-0"), spec={"selector": {"y": "2"}, "ports": [{"port": 80}]})
    DeploymentVersion(chart, "other", version=Version("hello-0", namespace="other"), image="a")
    assert problems(chart) == []


def test_a_deployment_that_does_not_select_its_own_pods(chart: cdk8s.Chart) -> None:
    with pytest.raises(ValuesError, match=r"^chart/v: spec\.selector\.matchLabels\.x: '1' does not select the pods"):
        DeploymentVersion(chart, "v", version=Version("v"), spec=pods(app="v"))
