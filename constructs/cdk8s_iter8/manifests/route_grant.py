"""Permission for a route to reach a Service in another namespace."""

from cdk8s_iter8.manifests.manifest import Manifest, manifest

_GROUP = "gateway.networking.k8s.io"


def route_grant(service: str, service_namespace: str, *, application: str, namespace: str) -> Manifest:
    """Returns a ReferenceGrant that lets an application's HTTPRoute send requests to a Service of another namespace.

    Args:
        service: The Service's name.
        service_namespace: The Service's namespace, where the grant is.
        application: The application's name.
        namespace: The application's namespace, where its route is.
    """
    spec = {
        "from": [{"group": _GROUP, "kind": "HTTPRoute", "namespace": namespace}],
        "to": [{"group": "", "kind": "Service", "name": service}],
    }
    metadata = {"name": f"{application}-{service}", "namespace": service_namespace}
    return manifest(f"{_GROUP}/v1beta1", "ReferenceGrant", metadata, spec=spec)
