"""Who may call a controller."""

from collections.abc import Sequence

from cdk8s_iter8.controller.labels import selector
from cdk8s_iter8.controller.manifests.metadata import metadata
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.values.any_controller import AnyControllerValues
from cdk8s_iter8.values.pods import NetworkPolicyValues

# Kubernetes sets it on every namespace.
NAMESPACE_LABEL = "kubernetes.io/metadata.name"


def network_policy(values: AnyControllerValues, policy: NetworkPolicyValues, ports: Sequence[int]) -> Manifest:
    """Returns what lets pods of the cluster, or of some namespaces, reach a controller's ports, and nothing else.

    It is a NetworkPolicy for what comes in. What goes out stays as it is: where the API server is differs from cluster
    to cluster, and without it the controller does nothing.

    Args:
        values: The controller's values.
        policy: The namespaces whose pods may call; none: every namespace.
        ports: The ports that they may call.
    """
    only = {"key": NAMESPACE_LABEL, "operator": "In", "values": policy.namespaces}
    callers = {"namespaceSelector": {"matchExpressions": [only]} if policy.namespaces else {}}
    spec = {
        "podSelector": {"matchLabels": selector(values)},
        "policyTypes": ["Ingress"],
        "ingress": [{"from": [callers], "ports": [{"port": port, "protocol": "TCP"} for port in ports]}],
    }
    return manifest("networking.k8s.io/v1", "NetworkPolicy", metadata(values), spec=spec)
