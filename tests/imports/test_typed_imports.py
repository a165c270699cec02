"""The typed imports: which class is which version, under names that an app's own imports do not use."""

import tarfile
from pathlib import Path

import pytest
import yaml

from cdk8s_iter8_crds.dev.knative.serving import Service
from cdk8s_iter8_crds.io.istio.networking import ServiceEntry, VirtualService
from cdk8s_iter8_crds.io.k8s.networking.gateway import HttpRoute, HttpRouteV1
from cdk8s_iter8_crds.io.kserve.serving import InferenceService

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("kind", "api_version"),
    [
        (Service, "serving.knative.dev/v1"),
        (VirtualService, "networking.istio.io/v1beta1"),
        (ServiceEntry, "networking.istio.io/v1beta1"),
        (HttpRoute, "gateway.networking.k8s.io/v1beta1"),
        (HttpRouteV1, "gateway.networking.k8s.io/v1"),
        (InferenceService, "serving.kserve.io/v1beta1"),
    ],
)
def test_the_plain_name_is_the_version_that_the_controller_knows(kind: type[VirtualService], api_version: str) -> None:
    assert api_version == kind.GVK.api_version


def test_every_import_has_the_alias() -> None:
    imports = yaml.safe_load((ROOT / "cdk8s.yaml").read_text())["imports"]
    assert [entry.split(":=")[0] for entry in imports] == ["cdk8s_iter8_crds"] * 4


def test_every_assembly_has_a_name_of_its_own() -> None:
    assemblies = sorted((ROOT / "imports").rglob("*.jsii.tgz"))
    assert len(assemblies) == 4
    for assembly in assemblies:
        assert assembly.name.startswith("cdk8s_iter8_crds_")
        with tarfile.open(assembly) as archive:
            assert {member.mtime for member in archive} == {499162500}  # npm's constant: same bytes each time


def test_what_the_outline_leaves_open_is_passed_on_unchanged() -> None:
    containers = [{"name": "x", "volumeMounts": [{"name": "v", "mountPath": "/v"}]}]
    manifest = InferenceService.manifest(spec={"predictor": {"containers": containers}})
    assert manifest["spec"] == {"predictor": {"containers": containers}}
