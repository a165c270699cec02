"""Checks a Knative Service as Knative does, beyond its schema (Knative Serving pkg/apis/serving, *_validation.go).

Without these checks a wrong release is synthesized, but cannot be applied. Rules that a cluster can switch off are not
checked here.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from cdk8s_iter8.specifications import knative_annotations
from cdk8s_iter8.specifications.knative_annotations import template_annotation_problems
from cdk8s_iter8.specifications.knative_pod import pod_problems
from cdk8s_iter8.specifications.knative_traffic import traffic_problems
from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.validation.problem import Path, Problem, as_text, below
from cdk8s_iter8.validation.scalars import DNS_LABEL, AnnotationValue, LabelKey, LabelValue, Name

MIN_SCALE = knative_annotations.MIN_SCALE[0]


class _TemplateMetadata(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    name: Name | None = None
    labels: dict[LabelKey, LabelValue] = {}
    annotations: dict[LabelKey, AnnotationValue] = {}


def template_annotations(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns the annotations of a Service's pods."""
    annotations: Mapping[str, Any] = ((spec.get("template") or {}).get("metadata") or {}).get("annotations") or {}
    return annotations


def is_scaled(annotations: Mapping[str, Any]) -> bool:
    """Tells whether the annotations of a Service's pods set the minimum number of pods."""
    return any(key in annotations for key in knative_annotations.MIN_SCALE)


def scaled_to_zero(annotations: Mapping[str, Any]) -> Iterator[Problem]:
    """Yields problems of annotations with which a Service can scale to zero, though requests are mirrored to it.

    Args:
        annotations: The annotations of the Service's pods; paths of problems start there.
    """
    for key in knative_annotations.MIN_SCALE:
        if str(annotations.get(key, "1")).strip().lstrip("+-0") == "":
            yield Problem(
                (key,),
                f"{as_text(annotations[key])} lets the version scale to zero, but mirrored requests go past "
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
    yield from below(("template", "spec"), pod_problems(pod))
    yield from below(("traffic",), traffic_problems(spec.get("traffic") or []))
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
        text = f"{as_text(revision)} is not a name for a revision of {as_text(name)} (it begins with '{name}-')"
        yield Problem(("name",), text)
    prefix = metadata.get("generateName") or ""
    if prefix and not re.fullmatch(DNS_LABEL, f"{prefix[:62]}a"):
        yield Problem(("generateName",), f"{as_text(prefix)} is not the start of a DNS label")
    yield from below(("annotations",), template_annotation_problems(metadata.get("annotations") or {}))


def _model_problems(data: Mapping[str, Any], model: type[BaseModel]) -> Iterator[Problem]:
    try:
        model.model_validate({key: value for key, value in data.items() if value is not None})
    except ValidationError as error:
        yield from problems(error, model)
