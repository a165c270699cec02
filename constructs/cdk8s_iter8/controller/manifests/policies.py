"""What values ask for beside a controller: who may call it, and how many of its pods may be away."""

from collections.abc import Iterator, Sequence

from cdk8s_iter8.controller.manifests.disruption_budget import disruption_budget
from cdk8s_iter8.controller.manifests.network_policy import network_policy
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.values.any_controller import AnyControllerValues


def policies(values: AnyControllerValues, ports: Sequence[int]) -> Iterator[Manifest]:
    """Yields a NetworkPolicy and a PodDisruptionBudget where values ask for them.

    Args:
        values: The controller's values.
        ports: The ports that others may call.
    """
    if (policy := values.network_policy) and policy.enabled:
        yield network_policy(values, policy, ports)
    if (budget := values.pod_disruption_budget) and budget.enabled:
        yield disruption_budget(values, budget)
