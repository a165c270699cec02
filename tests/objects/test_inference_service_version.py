from pathlib import Path
from typing import Any

import cdk8s
import pytest

from cdk8s_iter8 import InferenceServiceVersion, ModelMeshEntry, ReleaseService, Version, release_labels
from cdk8s_iter8.environments.kserve import LOCAL_GATEWAY
from tests.support.released import objects, one, values


@pytest.fixture
def chart(tmp_path: Path) -> cdk8s.Chart:
    return cdk8s.Chart(cdk8s.App(outdir=str(tmp_path / "dist")), "chart", labels=release_labels("app"))


def test_a_release_composed_by_hand(chart: cdk8s.Chart, tmp_path: Path) -> None:
    for name in ("app-0", "app-1"):
        InferenceServiceVersion(chart, name, version=Version(name), storage_uri="s3://models/0", model_format="sklearn")
    ReleaseService(chart, "service", name="app", external_name=LOCAL_GATEWAY)
    assert chart.to_json() == objects(tmp_path, values("kserve"))[1:]


def test_an_entry_composed_by_hand(chart: cdk8s.Chart, tmp_path: Path) -> None:
    ModelMeshEntry(chart, "entry", name="app", namespace="models", port=8008)
    data = values("kserve-modelmesh-istio", "canary", service={"port": 8008})
    assert chart.to_json() == [one(objects(tmp_path, data, namespace="models"), "ServiceEntry", "app")]


@pytest.mark.parametrize("given", [{}, {"storage_uri": "a", "spec": {"predictor": {}}}])
def test_it_needs_either_storage_or_spec(chart: cdk8s.Chart, given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^chart/v: a version needs either storage_uri or spec$"):
        InferenceServiceVersion(chart, "v", version=Version("v"), **given)


def test_a_misspelt_field_is_an_error(chart: cdk8s.Chart) -> None:
    spec = {"predictor": {"model": {"storageURI": "a", "modelFormat": {"name": "b"}}}}
    with pytest.raises(ValueError, match=r"^chart/v: spec\.predictor\.model\.storageURI: is not a known key; "):
        InferenceServiceVersion(chart, "v", version=Version("v"), spec=spec)
