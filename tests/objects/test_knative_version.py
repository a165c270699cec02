import re
from pathlib import Path
from typing import Any

import cdk8s
import pytest

from cdk8s_iter8 import KnativeVersion, ValuesError, Version
from cdk8s_iter8_crds.dev.knative.serving import (
    ServiceSpec,
    ServiceSpecTemplate,
    ServiceSpecTemplateSpec,
    ServiceSpecTemplateSpecContainers,
    ServiceSpecTemplateSpecContainersResources,
    ServiceSpecTemplateSpecContainersResourcesLimits,
)
from tests.support.object_schema import validate_object


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
    metadata = emitted["spec"]["template"]["metadata"]
    assert metadata["annotations"] == {"autoscaling.knative.dev/min-scale": "1"}
    assert set(metadata["labels"]) == {"cdk8s-iter8/mirrored"}


def test_from_an_image(chart: cdk8s.Chart) -> None:
    KnativeVersion(chart, "v", version=Version("v", "shop", labels={"a": "b"}), image="example/app", port=8080)
    assert chart.to_json() == [
        {
            "apiVersion": "serving.knative.dev/v1",
            "kind": "Service",
            "metadata": {"name": "v", "namespace": "shop", "labels": {"a": "b", "iter8.tools/watch": "true"}},
            "spec": {
                "template": {"spec": {"containers": [{"image": "example/app", "ports": [{"containerPort": 8080}]}]}}
            },
        }
    ]


def test_a_typed_spec_gives_the_same_as_a_mapping(tmp_path: Path) -> None:
    limits = {"cpu": ServiceSpecTemplateSpecContainersResourcesLimits.from_string("100m")}
    container = ServiceSpecTemplateSpecContainers(
        image="example/app", resources=ServiceSpecTemplateSpecContainersResources(limits=limits)
    )
    pod = ServiceSpecTemplateSpec(containers=[container], host_ipc=False)
    typed = ServiceSpec(template=ServiceSpecTemplate(spec=pod))
    mapping = {
        "template": {
            "spec": {
                "containers": [{"image": "example/app", "resources": {"limits": {"cpu": "100m"}}}],
                "hostIPC": False,
            }
        }
    }
    one, same, mirrored_one, mirrored_same = (
        made(tmp_path, Version("v", mirrored=mirrored), spec) for mirrored in (False, True) for spec in (typed, mapping)
    )
    assert one == same
    assert mirrored_one == mirrored_same != one


def made(directory: Path, version: Version, spec: Any) -> Any:
    """The objects of a chart of one version."""
    chart = cdk8s.Chart(cdk8s.App(outdir=str(directory / "dist")), "chart")
    KnativeVersion(chart, "v", version=version, spec=spec)
    return chart.to_json()


CONTAINER = {"image": "a/b", "image_pull_policy": "Always", "ports": [{"container_port": 8080}]}


@pytest.mark.parametrize(
    "spec",
    [
        ServiceSpec(template={"spec": {"containers": [CONTAINER], "host_ipc": False, "host_pid": True}}),
        ServiceSpec(
            template=ServiceSpecTemplate(spec={"containers": [CONTAINER], "host_ipc": False, "host_pid": True})
        ),
        {"template": ServiceSpecTemplate(spec={"containers": [CONTAINER], "host_ipc": False, "host_pid": True})},
    ],
)
def test_dicts_inside_a_struct_lose_nothing(tmp_path: Path, spec: Any) -> None:
    [service] = made(tmp_path, Version("v"), spec)
    container = {"image": "a/b", "imagePullPolicy": "Always", "ports": [{"containerPort": 8080}]}
    assert service["spec"] == {"template": {"spec": {"containers": [container], "hostIPC": False, "hostPID": True}}}


@pytest.mark.parametrize(
    ("container", "line"),
    [
        ({"image_pul_policy": "Always"}, "image_pul_policy: is not a known key; did you mean 'imagePullPolicy'?"),
        (
            {"image_pull_policy": "Always", "imagePullPolicy": "Never"},
            "image_pull_policy: is not a known key; did you mean 'imagePullPolicy'?",
        ),
        ({"ports": [{"container_port": "8080"}]}, "ports[0].containerPort: '8080' is not an integer"),
    ],
)
def test_dicts_inside_a_struct_are_checked(chart: cdk8s.Chart, container: dict[str, Any], line: str) -> None:
    spec = ServiceSpec(template={"spec": {"containers": [{"image": "a/b", **container}]}})
    with pytest.raises(ValuesError) as error:
        KnativeVersion(chart, "v", version=Version("v"), spec=spec)
    assert error.value.lines == (f"chart/v: spec.template.spec.containers[0].{line}",)


def test_a_spec_that_is_none(chart: cdk8s.Chart) -> None:
    with pytest.raises(ValuesError) as error:
        KnativeVersion(chart, "v", version=Version("v"), spec="template: {}")  # type: ignore[arg-type]
    assert error.value.lines == (
        (
            "chart/v: spec: 'template: {}' is not a spec of a Knative Service (a mapping with the keys of the API, or "
            "a typed struct)"
        ),
    )


MIN_SCALE = "autoscaling.knative.dev/min-scale"
CONTAINERS = "spec.template.spec.containers"


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"image": "a b"}, "image: 'a b' is not a container image (letters, digits and ._-/:@)"),
        ({"image": "a", "port": 0}, "port: 0 is not a port (an integer from 1 to 65535)"),
        (
            {"image": "a", "port": 8012},
            (
                f"{CONTAINERS}[0].ports[0].containerPort: 8012 is a port of Knative's own "
                "(reserved: 8008, 8012, 8013, 8022, 9090, 9091)"
            ),
        ),
        ({"spec": {}}, f"{CONTAINERS}: is missing"),
        ({"spec": {"template": 3}}, "spec.template: 3 is not a mapping"),
        ({"spec": {"template": {"spec": {"containers": []}}}}, f"{CONTAINERS}: is empty: at least one is needed"),
        (
            {"spec": {"template": {"spec": POD, "metadata": {"annotations": {MIN_SCALE: "0"}}}}},
            (
                f"spec.template.metadata.annotations['{MIN_SCALE}']: '0' lets the version scale to zero, but "
                "mirrored requests go past Knative's activator and cannot start its pods: at least '1'"
            ),
        ),
    ],
)
def test_what_knative_would_refuse(chart: cdk8s.Chart, given: dict[str, Any], line: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(f'chart/v: {line}')}$"):
        KnativeVersion(chart, "v", version=Version("v", mirrored=True), **given)


def test_scaling_is_annotated_in_the_template(chart: cdk8s.Chart) -> None:
    with pytest.raises(
        ValueError, match=r"^chart/v: version.annotations\['autoscaling.knative.dev/min-scale'\]: belongs in "
    ):
        KnativeVersion(chart, "v", version=Version("v", annotations={MIN_SCALE: "1"}), image="a")


def test_a_mirrored_version_keeps_the_scale_that_it_has(chart: cdk8s.Chart) -> None:
    spec = {"template": {"spec": POD, "metadata": {"annotations": {MIN_SCALE: "2"}}}}
    KnativeVersion(chart, "v", version=Version("v", mirrored=True), spec=spec)
    [emitted] = chart.to_json()
    assert emitted["spec"]["template"]["metadata"]["annotations"] == {MIN_SCALE: "2"}
