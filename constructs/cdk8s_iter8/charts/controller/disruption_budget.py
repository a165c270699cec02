"""The PodDisruptionBudget of a controller."""

from cdk8s_plus_27.k8s import (
    IntOrString,
    KubePodDisruptionBudget,
    LabelSelector,
    ObjectMeta,
    PodDisruptionBudgetSpec,
)
from constructs import Construct

from cdk8s_iter8.controller.labels import labels, selector
from cdk8s_iter8.values.any_controller import AnyControllerValues
from cdk8s_iter8.values.pods import PodDisruptionBudgetValues


class ControllerDisruptionBudget(Construct):
    """Limits how many pods of a controller may be unavailable while nodes are drained. Emits a PodDisruptionBudget."""

    def __init__(
        self, scope: Construct, id: str, *, values: AnyControllerValues, budget: PodDisruptionBudgetValues
    ) -> None:
        """Adds the PodDisruptionBudget.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            values: The controller's values.
            budget: How many pods must stay available, or may be unavailable; neither: one may be unavailable.
        """
        super().__init__(scope, id)
        least, most = budget.min_available, budget.max_unavailable
        if least is None and most is None:
            most = 1
        KubePodDisruptionBudget(
            self,
            "budget",
            metadata=ObjectMeta(name=values.name, namespace=values.namespace, labels=labels(values)),
            spec=PodDisruptionBudgetSpec(
                selector=LabelSelector(match_labels=selector(values)),
                min_available=_int_or_string(least),
                max_unavailable=_int_or_string(most),
            ),
        )


def _int_or_string(value: int | str | None) -> IntOrString | None:
    if value is None:
        return None
    return IntOrString.from_string(value) if isinstance(value, str) else IntOrString.from_number(value)
