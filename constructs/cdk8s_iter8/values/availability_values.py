"""Who may reach the controller's pods, and how many may be away, in values."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from cdk8s_iter8.values.model import Model, ProblemsError
from cdk8s_iter8.values.problem import Problem
from cdk8s_iter8.values.scalars import Namespace, rule

PERCENTAGE = r"^([0-9]|[1-9][0-9]|100)%$"
Pods = Annotated[
    Annotated[int, Field(strict=True, ge=0)] | Annotated[str, StringConstraints(pattern=PERCENTAGE)],
    rule("a number of pods or a percentage (such as 1 or 50%)"),
]


class NetworkPolicyValues(Model):
    """A NetworkPolicy that lets callers reach the two ports of the controller and nothing else."""

    enabled: bool = Field(description="Whether there is one.")
    namespaces: list[Namespace] = Field(
        default=[], description="Namespaces whose pods may call; none: every namespace of the cluster."
    )


class PodDisruptionBudgetValues(Model):
    """A PodDisruptionBudget: how many pods may be away while nodes are drained."""

    enabled: bool = Field(description="Whether there is one.")
    min_available: Pods | None = Field(None, description="How many pods must stay.")
    max_unavailable: Pods | None = Field(
        None, description="How many pods may be away; default: 1, unless minAvailable is given."
    )

    @model_validator(mode="after")
    def _one(self) -> "PodDisruptionBudgetValues":
        if self.min_available is not None and self.max_unavailable is not None:
            raise ProblemsError([Problem(("maxUnavailable",), "stands beside minAvailable; keep one")])
        return self
