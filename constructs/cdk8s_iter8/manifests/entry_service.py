"""The entry Service of an application behind Gateway API."""

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.routers.gateway_api import PARENT_PORT


def entry_service(name: str, namespace: str) -> Manifest:
    """Returns the Service that is the parent of an application's HTTPRoute: requests to it follow the route.

    Args:
        name: The application's name, also the Service's. The selector ``app: NAME`` matches no pods.
        namespace: The application's namespace.
    """
    spec = {"selector": {"app": name}, "ports": [{"port": PARENT_PORT}]}
    return manifest("v1", "Service", {"name": name, "namespace": namespace}, spec=spec)
