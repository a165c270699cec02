"""The Service of a version that is a Deployment."""

from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.traffic.version import Version


def version_service(version: Version, *, port: int = 80, spec: Mapping[str, Any] | None = None) -> Manifest:
    """Returns the Service of a version, to which requests are sent.

    Args:
        version: The version, with the metadata of its Service. The Service selects pods with the label ``app: NAME``.
        port: The port of the Service and of the pods.
        spec: The whole spec, instead of port; it must fit the schema of a Service.

    Example:
        >>> version_service(Version("httpbin-0"), port=8080)["spec"]
        {'selector': {'app': 'httpbin-0'}, 'ports': [{'port': 8080}]}
    """
    made = {"selector": {"app": version.name}, "ports": [{"port": port}]}
    return manifest("v1", "Service", version.metadata, spec=made if spec is None else dict(spec))
