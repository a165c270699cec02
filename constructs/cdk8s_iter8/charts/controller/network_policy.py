"""Who may call the controller."""

from cdk8s_plus_27.k8s import (
    IntOrString,
    KubeNetworkPolicy,
    LabelSelector,
    LabelSelectorRequirement,
    NetworkPolicyIngressRule,
    NetworkPolicyPeer,
    NetworkPolicyPort,
    NetworkPolicySpec,
    ObjectMeta,
)
from constructs import Construct

from cdk8s_iter8.controller.labels import labels, selector
from cdk8s_iter8.values.controller import ControllerValues

# Kubernetes sets it on every namespace.
NAMESPACE_LABEL = "kubernetes.io/metadata.name"


class ControllerNetworkPolicy(Construct):
    """Lets pods of the cluster, or of some namespaces, reach the controller's two ports, and nothing else.

    Emits a NetworkPolicy for what comes in. What goes out stays as it is: where the API server is differs from cluster
    to cluster, and without it the controller does nothing.
    """

    def __init__(self, scope: Construct, id: str, *, values: ControllerValues, namespaces: list[str]) -> None:
        """Adds the NetworkPolicy.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            values: The controller's values.
            namespaces: Namespaces whose pods may call; none: every namespace.
        """
        super().__init__(scope, id)
        only = LabelSelectorRequirement(key=NAMESPACE_LABEL, operator="In", values=namespaces)
        peer = NetworkPolicyPeer(namespace_selector=LabelSelector(match_expressions=[only] if namespaces else None))
        ports = [
            NetworkPolicyPort(port=IntOrString.from_number(port), protocol="TCP")
            for port in (values.abn.port, values.metrics.port)
        ]
        KubeNetworkPolicy(
            self,
            "network-policy",
            metadata=ObjectMeta(name=values.name, namespace=values.namespace, labels=labels(values)),
            spec=NetworkPolicySpec(
                pod_selector=LabelSelector(match_labels=selector(values)),
                policy_types=["Ingress"],
                ingress=[NetworkPolicyIngressRule(from_=[peer], ports=ports)],
            ),
        )
