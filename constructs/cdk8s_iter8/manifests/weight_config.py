"""The weight-config of a version: its weight can be changed while the release runs."""

from cdk8s_iter8.iter8.routemap_spec import weight_resource
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.metadata import WATCH_LABEL, WEIGHT_ANNOTATION


def weight_config(version: Version) -> Manifest:
    """Returns the ConfigMap whose annotation is a version's weight.

    Args:
        version: The version: name, namespace and weight.

    Example:
        >>> weight_config(Version("hello-0", weight=30))["metadata"]["annotations"]
        {'iter8.tools/weight': '30'}
    """
    config = weight_resource(version.name, version.namespace)
    metadata = {
        "name": config.name,
        "namespace": config.namespace,
        "labels": {WATCH_LABEL: "true"},
        "annotations": {WEIGHT_ANNOTATION: str(version.weight)},
    }
    return manifest("v1", "ConfigMap", metadata)
