"""The entry Service of an application, an alias of a gateway."""

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.routers.istio import INGRESS_GATEWAY


def release_service(name: str, namespace: str, external_name: str = INGRESS_GATEWAY) -> Manifest:
    """Returns a Service of type ExternalName with the application's name.

    Args:
        name: The application's name.
        namespace: The application's namespace.
        external_name: DNS name that the Service is an alias of; default: Istio's ingress gateway.
    """
    spec = {"type": "ExternalName", "externalName": external_name, "sessionAffinity": "None"}
    return manifest("v1", "Service", {"name": name, "namespace": namespace}, spec=spec)
