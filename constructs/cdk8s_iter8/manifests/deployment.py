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
        version: The version as its Deployment is named and labelled.
        image: Container image; one container is made from it, its pods labelled ``app: NAME``.
        port: The container's port.
        spec: The whole spec, instead of image and port. It must fit the schema of a Deployment.

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
