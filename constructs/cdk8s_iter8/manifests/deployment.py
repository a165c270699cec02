"""The Deployment of a version."""

from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.traffic.version import Version


def deployment(
    version: Version, *, image: str | None = None, port: int = 80, spec: Mapping[str, Any] | None = None
) -> Manifest:
    """Returns the Deployment of a version.

    Args:
        version: The version, with the metadata of its Deployment.
        image: Container image. The pods have one container with it, and the label ``app: NAME``.
        port: The container's port.
        spec: The whole spec, instead of image and port; it must fit the schema of a Deployment.

    Example:
        >>> deployment(Version("httpbin-0"), image="httpbin")["spec"]["selector"]
        {'matchLabels': {'app': 'httpbin-0'}}
    """
    labels = {"app": version.name}
    container = {"name": version.name, "image": image, "ports": [{"containerPort": port}]}
    made = {
        "selector": {"matchLabels": labels},
        "template": {"metadata": {"labels": labels}, "spec": {"containers": [container]}},
    }
    return manifest("apps/v1", "Deployment", version.metadata, spec=made if spec is None else dict(spec))
