"""The Service for requests that are mirrored to a Knative Service."""

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.routers.backend import mirror_name
from cdk8s_iter8.traffic.version import Version

QUEUE_PROXY = {"http": 8012, "h2c": 8013}


def mirror_service(version: Version, port: int = QUEUE_PROXY["http"]) -> Manifest:
    """Returns a Service that selects the pods of a version's Knative Service.

    Args:
        version: The version, with the metadata of its Knative Service.
        port: The port of Knative's queue-proxy in the pods.
    """
    spec = {
        "selector": {"serving.knative.dev/service": version.name},
        "ports": [{"name": "http", "port": 80, "targetPort": port}],
    }
    metadata = {"name": mirror_name(version.name), "namespace": version.namespace}
    return manifest("v1", "Service", metadata, spec=spec)
