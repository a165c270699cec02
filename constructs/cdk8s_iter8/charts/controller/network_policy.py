"""The NetworkPolicy of a controller."""

from collections.abc import Sequence

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
from cdk8s_iter8.values.any_controller import AnyControllerValues
from cdk8s_iter8.values.pods import NetworkPolicyValues

# Kubernetes sets it on every namespace.
NAMESPACE_LABEL = "kubernetes.io/metadata.name"


class ControllerNetworkPolicy(Construct):
    """Lets pods of the cluster, or of some namespaces, reach a controller's ports, and nothing else.

    Emits a NetworkPolicy for ingress. Egress is not limited: the controller needs the API server, whose address differs
    from cluster to cluster.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        values: AnyControllerValues,
        policy: NetworkPolicyValues,
        ports: Sequence[int],
    ) -> None:
        """Adds the NetworkPolicy.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            values: The controller's values.
            policy: The namespaces whose pods may call the controller; empty: every namespace.
            ports: The ports that they may use.
        """
        super().__init__(scope, id)
        only = LabelSelectorRequirement(key=NAMESPACE_LABEL, operator="In", values=policy.namespaces)
        expressions = [only] if policy.namespaces else None
        peer = NetworkPolicyPeer(namespace_selector=LabelSelector(match_expressions=expressions))
        opened = [NetworkPolicyPort(port=IntOrString.from_number(port), protocol="TCP") for port in ports]
        KubeNetworkPolicy(
            self,
            "network-policy",
            metadata=ObjectMeta(name=values.name, namespace=values.namespace, labels=labels(values)),
            spec=NetworkPolicySpec(
                pod_selector=LabelSelector(match_labels=selector(values)),
                policy_types=["Ingress"],
                ingress=[NetworkPolicyIngressRule(from_=[peer], ports=opened)],
            ),
        )
