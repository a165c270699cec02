from typing import Any

import pytest

from cdk8s_iter8.specifications.knative_annotations import service_annotation_problems
from cdk8s_iter8.specifications.knative_pod import reserved_port
from cdk8s_iter8.specifications.knative_service import is_scaled, scaled_to_zero, spec_problems, template_annotations
from cdk8s_iter8.validation.image_reference import IMAGE_RULE


def spec(*containers: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {"template": {"metadata": metadata, "spec": {"containers": list(containers)}}}


def lines(data: dict[str, Any]) -> list[str]:
    return [str(problem) for problem in spec_problems("hello-0", data)]


USER = {"image": "hello", "ports": [{"containerPort": 80, "name": "h2c"}], "env": [{"name": "TARGET", "value": "v1"}]}
SIDECAR = {"image": "sidecar", "ports": None}


@pytest.mark.parametrize(
    "data",
    [
        spec({"image": "hello"}),
        {**spec({"image": "hello"}), "traffic": None},
        spec(USER, SIDECAR, name="hello-0-first", annotations={"autoscaling.knative.dev/min-scale": "1"}),
    ],
)
def test_what_knative_takes(data: dict[str, Any]) -> None:
    assert lines(data) == []


CONTAINERS = "template.spec.containers"
RESERVED = "(reserved: 8008, 8012, 8013, 8022, 9090, 9091)"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({}, f"{CONTAINERS}: is missing"),
        ({"template": None}, f"{CONTAINERS}: is missing"),
        ({"template": {"spec": None, "metadata": None}}, f"{CONTAINERS}: is missing"),
        (spec(), f"{CONTAINERS}: is empty: at least one is needed"),
        (spec({}), f"{CONTAINERS}[0].image: is missing"),
        (spec({"image": "a b"}), f"{CONTAINERS}[0].image: 'a b' is not {IMAGE_RULE}"),
        (
            spec({"image": "hello", "ports": [{"containerPort": 70000}]}),
            f"{CONTAINERS}[0].ports[0].containerPort: 70000 is out of bounds: expected 0 to 65535",
        ),
        (
            spec({"image": "hello", "ports": [{"containerPort": 8012}]}),
            f"{CONTAINERS}[0].ports[0].containerPort: 8012 is a port of Knative's own {RESERVED}",
        ),
        (
            spec({"image": "hello", "ports": [{"containerPort": 80, "name": "web"}]}),
            f"{CONTAINERS}[0].ports[0].name: 'web' is not a name of a port (h2c or http1)",
        ),
        (
            spec({"image": "hello", "ports": [{"containerPort": 80}, {"containerPort": 81}]}),
            f"{CONTAINERS}[0].ports: 2 ports are too many: all containers together have one",
        ),
        (spec(USER, USER), f"{CONTAINERS}[1].ports: 2 ports are too many: all containers together have one"),
        (spec(SIDECAR, SIDECAR), f"{CONTAINERS}: 2 containers, none with a port: one of them must have ports"),
        (
            spec({"image": "hello", "env": [{"name": "K_SERVICE"}]}),
            f"{CONTAINERS}[0].env[0].name: 'K_SERVICE' is a reserved environment variable: Knative sets it itself",
        ),
        (
            spec(USER, name="first"),
            "template.metadata.name: 'first' is not a name for a revision of 'hello-0' (it begins with 'hello-0-')",
        ),
        (
            spec(USER, labels={"a": "b c"}),
            (
                "template.metadata.labels.a: 'b c' is not a label value (a string of at most 63 letters, digits, "
                "'-', '_' or '.'; quote numbers and true or false)"
            ),
        ),
        (
            spec(USER, annotations={"autoscaling.knative.dev/min-scale": "some"}),
            (
                "template.metadata.annotations['autoscaling.knative.dev/min-scale']: 'some' is not a number of pods "
                "(such as '1')"
            ),
        ),
    ],
)
def test_what_knative_refuses(data: dict[str, Any], line: str) -> None:
    assert lines(data) == [line]


def test_scaling_is_annotated_in_the_template() -> None:
    annotations = {"autoscaling.knative.dev/min-scale": "1", "example.org/a": "b"}

    (problem,) = service_annotation_problems(annotations)

    assert problem.path == ("autoscaling.knative.dev/min-scale",)
    assert problem.message == (
        "belongs in ksvcSpecification.spec.template.metadata.annotations; Knative refuses it on the Service"
    )


def test_ports_of_knative_itself() -> None:
    assert list(reserved_port(80)) == list(reserved_port(None)) == []
    assert [str(problem) for problem in reserved_port(9090)] == [f"9090 is a port of Knative's own {RESERVED}"]


def test_how_many_pods_there_are_at_least() -> None:
    annotations = template_annotations(spec(USER, annotations={"autoscaling.knative.dev/minScale": "2"}))

    assert is_scaled(annotations)
    assert not is_scaled(template_annotations(spec(USER)))
    assert template_annotations({"template": None}) == {}


@pytest.mark.parametrize("value", ["0", "+0", " 00 ", ""])
@pytest.mark.parametrize("key", ["autoscaling.knative.dev/min-scale", "autoscaling.knative.dev/minScale"])
def test_what_lets_a_version_scale_to_zero(key: str, value: str) -> None:
    (problem,) = scaled_to_zero({key: value})

    assert str(problem) == (
        f"['{key}']: '{value}' lets the version scale to zero, but mirrored requests go past Knative's "
        "activator and cannot start its pods: at least '1'"
    )


def test_what_does_not_let_it_scale_to_zero() -> None:
    assert list(scaled_to_zero({})) == list(scaled_to_zero({"autoscaling.knative.dev/min-scale": "10"})) == []
