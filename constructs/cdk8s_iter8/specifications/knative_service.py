"""Checks a Knative Service as Knative does, beyond its schema (Knative Serving pkg/apis/serving, *_validation.go).

Without these checks a wrong release is synthesized, but cannot be applied. Rules that a cluster can switch off are not
checked here.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.validation.problem import Path, Problem, below, shown
from cdk8s_iter8.validation.scalars import AnnotationValue, Image, LabelKey, LabelValue, Name, Port

AUTOSCALING = "autoscaling.knative.dev/"
MIN_SCALE = f"{AUTOSCALING}min-scale"

_MIN_SCALES = (MIN_SCALE, f"{AUTOSCALING}minScale")
_SCALES = re.compile(r"autoscaling\.knative\.dev/(min-scale|max-scale|initial-scale|minScale|maxScale|initialScale)")
_RESERVED_PORTS = (8008, 8012, 8013, 8022, 9090, 9091)
_RESERVED_VARIABLES = ("K_SERVICE", "K_CONFIGURATION", "K_REVISION")
_PORT_NAMES = ("", "h2c", "http1")


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")


class _TemplateMetadata(_Part):
    name: Name | None = None
    labels: dict[LabelKey, LabelValue] = {}
    annotations: dict[LabelKey, AnnotationValue] = {}


class _ContainerPort(_Part):
    containerPort: Port  # noqa: N815 # the API's spelling


class _Container(_Part):
    image: Image
    ports: list[_ContainerPort] = []


def misplaced_annotations(annotations: Mapping[str, str]) -> Iterator[Problem]:
    """Yields problems of annotations that stand on a Service but belong to its template.

    Args:
        annotations: The Service's annotations; paths of problems start there.
    """
    for key in annotations:
        if key.startswith(AUTOSCALING):
            text = "belongs in ksvcSpecification.spec.template.metadata.annotations; Knative refuses it on the Service"
            yield Problem((key,), text)


def reserved_port(port: object) -> Iterator[Problem]:
    """Yields a problem if a container's port is one that Knative needs itself."""
    if port in _RESERVED_PORTS:
        reserved = ", ".join(map(str, _RESERVED_PORTS))
        yield Problem((), f"{port} is a port of Knative's own (reserved: {reserved})")


def template_annotations(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns the annotations of a Service's pods."""
    annotations: Mapping[str, Any] = ((spec.get("template") or {}).get("metadata") or {}).get("annotations") or {}
    return annotations


def is_scaled(annotations: Mapping[str, Any]) -> bool:
    """Tells whether the annotations of a Service's pods set the minimum number of pods."""
    return any(key in annotations for key in _MIN_SCALES)


def scaled_to_zero(annotations: Mapping[str, Any]) -> Iterator[Problem]:
    """Yields problems of annotations with which a Service can scale to zero, though requests are mirrored to it.

    Args:
        annotations: The annotations of the Service's pods; paths of problems start there.
    """
    for key in _MIN_SCALES:
        if str(annotations.get(key, "1")).strip().lstrip("+0") == "":
            yield Problem(
                (key,),
                f"{shown(annotations[key])} lets the version scale to zero, but mirrored requests go past "
                "Knative's activator and cannot start its pods: at least '1'",
            )


def spec_problems(name: str, spec: Mapping[str, Any]) -> Iterator[Problem]:
    """Yields problems for which Knative refuses a Service's spec.

    Args:
        name: The Service's name.
        spec: The Service's spec, which fits the schema; paths of problems start there.
    """
    template: Mapping[str, Any] = spec.get("template") or {}
    yield from below(("template", "metadata"), _metadata_problems(name, template.get("metadata") or {}))
    pod: Mapping[str, Any] = template.get("spec") or {}
    containers: list[dict[str, Any]] = pod.get("containers") or []
    place: Path = ("template", "spec", "containers")
    if not containers:
        yield Problem(place, "is empty: at least one is needed" if pod else "is missing")
    for index, container in enumerate(containers):
        yield from below((*place, index), _container_problems(container))
    ports = [index for index, container in enumerate(containers) for _ in container.get("ports") or []]
    if len(ports) > 1:
        yield Problem((*place, ports[1], "ports"), f"{len(ports)} ports are too many: all containers together have one")
    if not ports and len(containers) > 1:
        yield Problem(place, f"{len(containers)} containers, none with a port: one of them must have ports")


def _metadata_problems(name: str, metadata: Mapping[str, Any]) -> Iterator[Problem]:
    wrong = list(_model_problems(metadata, _TemplateMetadata))
    yield from wrong
    revision = metadata.get("name")
    if revision and not wrong and not revision.startswith(f"{name}-"):
        text = f"{shown(revision)} is not a name for a revision of {shown(name)} (it begins with '{name}-')"
        yield Problem(("name",), text)
    for key, value in (metadata.get("annotations") or {}).items():
        if _SCALES.fullmatch(key) and not re.fullmatch("[0-9]{1,9}", value):
            yield Problem(("annotations", key), f"{shown(value)} is not a number of pods (such as '1')")


def _container_problems(container: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _model_problems(container, _Container)
    for index, port in enumerate(container.get("ports") or []):
        yield from below(("ports", index, "containerPort"), reserved_port(port.get("containerPort")))
        if (port.get("name") or "") not in _PORT_NAMES:
            yield Problem(("ports", index, "name"), f"{shown(port['name'])} is not a name of a port (h2c or http1)")
    for index, variable in enumerate(container.get("env") or []):
        if variable["name"] in _RESERVED_VARIABLES:
            yield Problem(("env", index, "name"), f"{shown(variable['name'])} is a variable that Knative sets itself")


def _model_problems(data: Mapping[str, Any], model: type[BaseModel]) -> Iterator[Problem]:
    try:
        model.model_validate({key: value for key, value in data.items() if value is not None})
    except ValidationError as error:
        yield from problems(error, model)
