"""How many pods of a controller may be away."""

from cdk8s_iter8.controller.labels import selector
from cdk8s_iter8.controller.manifests.metadata import metadata
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.values.any_controller import AnyControllerValues
from cdk8s_iter8.values.pods import PodDisruptionBudgetValues


def disruption_budget(values: AnyControllerValues, budget: PodDisruptionBudgetValues) -> Manifest:
    """Returns the PodDisruptionBudget that limits how many pods of a controller may be away while nodes are drained.

    Args:
        values: The controller's values.
        budget: How many pods must stay or may be away; neither: one may be away.
    """
    least, most = budget.min_available, budget.max_unavailable
    if least is None and most is None:
        most = 1
    bound = {"maxUnavailable": most} if least is None else {"minAvailable": least}
    spec = {"selector": {"matchLabels": selector(values)}, **bound}
    return manifest("policy/v1", "PodDisruptionBudget", metadata(values), spec=spec)
