"""The entry point of an application whose models run in a ModelMesh."""

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.routers.backend import service_names


def model_mesh_entry(name: str, namespace: str, port: int = 8033) -> Manifest:
    """Returns a ServiceEntry with the application's name for the pods of the ModelMesh.

    Args:
        name: The application's name.
        namespace: The application's namespace.
        port: The port of the ModelMesh.
    """
    spec = {
        "hosts": list(service_names(name, namespace)),
        "location": "MESH_INTERNAL",
        "ports": [{"number": port, "name": "http", "protocol": "HTTP"}],
        "resolution": "DNS",
        "workloadSelector": {"labels": {"modelmesh-service": "modelmesh-serving"}},
    }
    metadata = {"name": name, "namespace": namespace}
    return manifest("networking.istio.io/v1beta1", "ServiceEntry", metadata, spec=spec)
