"""The Knative Service of a version."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.specifications.knative_service import MIN_SCALE, is_scaled, template_annotations
from cdk8s_iter8.traffic.version import Version

MIRRORED_LABEL = "cdk8s-iter8/mirrored"
"""On the pods of a version to which requests are mirrored: which template of revisions they are of."""


def knative_service(
    version: Version, *, image: str | None = None, port: int = 80, spec: Mapping[str, Any] | None = None
) -> Manifest:
    """Returns the Knative Service of a version.

    Args:
        version: The version, with the metadata of its Knative Service. A version to which requests are mirrored
            gets the annotation ``autoscaling.knative.dev/min-scale: "1"``, unless its spec sets the minimum itself:
            mirrored requests cannot start a pod. Its pods get `MIRRORED_LABEL`.
        image: Container image; the pods have one container with it.
        port: The container's port.
        spec: The whole spec, instead of image and port. It must fit Knative's schema.

    Example:
        >>> knative_service(Version("hello-0"), image="hello")["spec"]["template"]["spec"]
        {'containers': [{'image': 'hello', 'ports': [{'containerPort': 80}]}]}
    """
    whole = whole_spec(image=image, port=port, spec=spec)
    kept = _mirrored(whole) if version.mirrored else whole
    return manifest("serving.knative.dev/v1", "Service", version.metadata, spec=kept)


def whole_spec(*, image: str | None, port: int, spec: Mapping[str, Any] | None) -> dict[str, Any]:
    """Returns the spec of a Knative Service: the given one, or one with a container."""
    container = {"image": image, "ports": [{"containerPort": port}]}
    return {"template": {"spec": {"containers": [container]}}} if spec is None else dict(spec)


def mirrored_label(spec: Mapping[str, Any]) -> dict[str, str]:
    """Returns the label of the pods of a spec's revision: Knative makes a revision of each template.

    Example:
        >>> mirrored_label({"template": {"spec": {"containers": [{"image": "hello"}]}}})
        {'cdk8s-iter8/mirrored': '05bb94493c'}
    """
    template = json.dumps(spec.get("template"), sort_keys=True)
    return {MIRRORED_LABEL: hashlib.sha256(template.encode()).hexdigest()[:10]}


def _mirrored(spec: dict[str, Any]) -> dict[str, Any]:
    """Adds to the template what mirrored requests need: a pod that runs, and a label to find it by."""
    template: Mapping[str, Any] = spec.get("template") or {}
    metadata: Mapping[str, Any] = template.get("metadata") or {}
    labels = {"labels": {**(metadata.get("labels") or {}), **mirrored_label(spec)}}
    annotations = template_annotations(spec)
    minimum = {} if is_scaled(annotations) else {"annotations": {**annotations, MIN_SCALE: "1"}}
    return {**spec, "template": {**template, "metadata": {**metadata, **labels, **minimum}}}
