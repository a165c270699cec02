"""The Service for requests that are mirrored to a Knative Service."""

from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.manifests.knative_service import mirrored_label
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.routers.backend import mirror_name
from cdk8s_iter8.traffic.version import Version

QUEUE_PORT = "queue-port"
"""The port of Knative's queue-proxy: 8012, or 8013 where the container speaks HTTP/2 (its port has the name h2c)."""


def mirror_service(version: Version, spec: Mapping[str, Any]) -> Manifest:
    """Returns a Service that selects the pods of a version's Knative Service.

    It selects those of the revision that Knative makes of this spec, and no older ones: these would get half of the
    mirrored requests, and would be kept running by them.

    Args:
        version: The version, with the metadata of its Knative Service.
        spec: The spec of the Knative Service, before anything was added for mirroring.
    """
    selector = {"serving.knative.dev/service": version.name, **mirrored_label(spec)}
    # The name is Istio's: it says which protocol the port speaks.
    ports = [{"name": "http2" if _speaks_http2(spec) else "http", "port": 80, "targetPort": QUEUE_PORT}]
    metadata = {"name": mirror_name(version.name), "namespace": version.namespace}
    return manifest("v1", "Service", metadata, spec={"selector": selector, "ports": ports})


def _speaks_http2(spec: Mapping[str, Any]) -> bool:
    pod: Mapping[str, Any] = (spec.get("template") or {}).get("spec") or {}
    ports = [port for container in pod.get("containers") or () for port in container.get("ports") or ()]
    return any(port.get("name") == "h2c" for port in ports)
