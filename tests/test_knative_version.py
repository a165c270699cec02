from pathlib import Path
from typing import Any

import cdk8s
import pytest

from cdk8s_iter8 import KnativeVersion, Version
from tests.object_schema import validate_object


@pytest.fixture
def chart(tmp_path: Path) -> cdk8s.Chart:
    return cdk8s.Chart(cdk8s.App(outdir=str(tmp_path / "dist")), "chart")


OWNER = {"apiVersion": "v1", "kind": "ConfigMap", "name": "owner", "uid": "1"}
POD: dict[str, Any] = {
    "containers": [{"image": "example/app", "ports": [{"containerPort": 8080}]}],
    "hostIPC": False,
    "volumes": [{"name": "v", "projected": {"sources": [{"downwardAPI": {"items": [{"path": "labels"}]}}]}}],
}


@pytest.mark.parametrize(
    "spec",
    [{"template": {"spec": POD}}, {"template": {"metadata": {"ownerReferences": [OWNER]}, "spec": POD}}],
    ids=["acronyms", "fields that the generated types lack"],
)
def test_every_field_is_kept(chart: cdk8s.Chart, spec: dict[str, Any]) -> None:
    KnativeVersion(chart, "v", version=Version("v", annotations={"a": "b"}), spec=spec)
    [emitted] = chart.to_json()
    assert validate_object(emitted) == []
    assert emitted["spec"] == spec
    assert emitted["metadata"] == {
        "name": "v",
        "namespace": "default",
        "labels": {"iter8.tools/watch": "true"},
        "annotations": {"a": "b"},
    }


def test_a_misspelt_field_is_an_error(chart: cdk8s.Chart) -> None:
    with pytest.raises(ValueError, match=r"^chart/v: spec\.template\.spec\.container: is not a known key; "):
        KnativeVersion(chart, "v", version=Version("v"), spec={"template": {"spec": {"container": []}}})


@pytest.mark.parametrize("given", [{}, {"image": "a", "spec": {}}])
def test_it_needs_either_image_or_spec(chart: cdk8s.Chart, given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^chart/v: a version needs either image or spec$"):
        KnativeVersion(chart, "v", version=Version("v"), **given)


def test_the_spec_that_was_given_stays_as_it_was(chart: cdk8s.Chart) -> None:
    spec: dict[str, Any] = {"template": {"spec": POD}}
    KnativeVersion(chart, "v", version=Version("v", mirrored=True), spec=spec)
    assert spec == {"template": {"spec": POD}}
    [emitted] = chart.to_json()
    assert emitted["spec"]["template"]["metadata"] == {"annotations": {"autoscaling.knative.dev/min-scale": "1"}}
