"""The entry Service of an application that is routed by Gateway API."""

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.routers.gateway_api import PARENT_PORT


def entry_service(name: str, namespace: str) -> Manifest:
    """Returns a Service named for the application: the parent of its HTTPRoute, which takes its requests.

    Args:
        name: The application's name. The Service's selector, ``app: NAME``, matches no pods.
        namespace: The application's namespace.
    """
    spec = {"selector": {"app": name}, "ports": [{"port": PARENT_PORT}]}
    return manifest("v1", "Service", {"name": name, "namespace": namespace}, spec=spec)
