from pathlib import Path
from typing import Any

import cdk8s
import pytest

from cdk8s_iter8 import DeploymentVersion, EntryService, Version, VersionService, release_labels
from tests.support.released import objects, values


@pytest.fixture
def chart(tmp_path: Path) -> cdk8s.Chart:
    return cdk8s.Chart(cdk8s.App(outdir=str(tmp_path / "dist")), "chart", labels=release_labels("app", {"a": "b"}))


def test_a_release_composed_by_hand(chart: cdk8s.Chart, tmp_path: Path) -> None:
    for version in (Version("app-0", labels={"a": "b"}), Version("app-1", labels={"a": "b"})):
        DeploymentVersion(chart, version.name, version=version, image="kennethreitz/httpbin", port=8080)
        VersionService(chart, f"{version.name}-service", version=version, port=8080)
    EntryService(chart, "service", name="app")
    data = values("deployment-gtw", "none", application={"metadata": {"labels": {"a": "b"}}, "port": 8080})
    released = objects(tmp_path, data)
    assert chart.to_json() == released[1:]


@pytest.mark.parametrize("given", [{}, {"image": "a", "spec": {"selector": {}, "template": {}}}])
def test_it_needs_either_image_or_spec(chart: cdk8s.Chart, given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^chart/v: a version needs either image or spec$"):
        DeploymentVersion(chart, "v", version=Version("v"), **given)


def test_a_misspelt_field_is_an_error(chart: cdk8s.Chart) -> None:
    with pytest.raises(ValueError, match=r"^chart/v: spec\.replica: is not a known key; did you mean 'replicas'\?"):
        DeploymentVersion(chart, "v", version=Version("v"), spec={"replica": 1, "selector": {}, "template": {}})


def test_a_services_misspelt_field_is_an_error(chart: cdk8s.Chart) -> None:
    with pytest.raises(ValueError, match=r"^chart/v: spec\.ports\[0\]\.targetport: is not a known key; "):
        VersionService(chart, "v", version=Version("v"), spec={"ports": [{"port": 80, "targetport": 8080}]})
