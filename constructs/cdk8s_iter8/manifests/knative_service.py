"""The Knative Service of a version."""

from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.specifications.knative_service import MIN_SCALE, is_scaled, template_annotations
from cdk8s_iter8.traffic.version import Version


def knative_service(
    version: Version, *, image: str | None = None, port: int = 80, spec: Mapping[str, Any] | None = None
) -> Manifest:
    """Returns the Knative Service of a version.

    Args:
        version: The version, with the metadata of its Knative Service. A version to which requests are mirrored
            gets the annotation ``autoscaling.knative.dev/min-scale: "1"``, unless its spec sets the minimum itself:
            mirrored requests cannot start a pod.
        image: Container image; the pods have one container with it.
        port: The container's port.
        spec: The whole spec, instead of image and port. It must fit Knative's schema.

    Example:
        >>> knative_service(Version("hello-0"), image="hello")["spec"]["template"]["spec"]
        {'containers': [{'image': 'hello', 'ports': [{'containerPort': 80}]}]}
    """
    container = {"image": image, "ports": [{"containerPort": port}]}
    whole = {"template": {"spec": {"containers": [container]}}} if spec is None else dict(spec)
    kept = _keep_running(whole) if version.mirrored else whole
    return manifest("serving.knative.dev/v1", "Service", version.metadata, spec=kept)


def _keep_running(spec: dict[str, Any]) -> dict[str, Any]:
    if is_scaled(template_annotations(spec)):
        return spec
    template: Mapping[str, Any] = spec.get("template") or {}
    metadata: Mapping[str, Any] = template.get("metadata") or {}
    annotations = {**template_annotations(spec), MIN_SCALE: "1"}
    return {**spec, "template": {**template, "metadata": {**metadata, "annotations": annotations}}}
