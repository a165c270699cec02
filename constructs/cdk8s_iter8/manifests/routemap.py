"""The routemap: the ConfigMap that the controller reads."""

from collections.abc import Mapping, Sequence

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION, RoutemapVersion, RoutingTemplate, str_spec
from cdk8s_iter8.manifests.manifest import Manifest, manifest


def routemap(
    name: str,
    namespace: str,
    versions: Sequence[RoutemapVersion],
    templates: Mapping[str, RoutingTemplate],
    iter8_version: str = ITER8_VERSION,
) -> Manifest:
    """Returns the routemap of an application.

    Args:
        name: The application's name.
        namespace: The namespace of the application and of its route.
        versions: The versions, the primary first.
        templates: Routing templates by name; empty: nothing is routed.
        iter8_version: The version label; a controller takes only routemaps with its own version.
    """
    labels = {
        "app.kubernetes.io/managed-by": "iter8",
        "iter8.tools/kind": "routemap",
        "iter8.tools/version": iter8_version,
    }
    metadata = {"name": f"{name}-routemap", "namespace": namespace, "labels": labels}
    return manifest("v1", "ConfigMap", metadata, data={"strSpec": str_spec(versions, templates)})
