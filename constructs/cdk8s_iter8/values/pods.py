"""The values of the controller's pods."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.quantity import Quantity, amount
from cdk8s_iter8.validation.scalars import WHOLE, Host, LabelKey, LabelValue, Namespace, rule


class AmountsValues(Model):
    """Amounts of a node's resources."""

    cpu: Quantity | None = Field(default=None, description="Processor time, such as 250m.")
    memory: Quantity | None = Field(default=None, description="Memory, such as 64Mi.")
    ephemeral_storage: Annotated[Quantity | None, Field(alias="ephemeral-storage")] = Field(
        default=None, description="Storage on the node, such as 1Gi."
    )

    def amounts(self) -> dict[str, str]:
        """Returns the amounts that are set, by the Kubernetes name of the resource."""
        return self.model_dump(by_alias=True, exclude_none=True)


class ResourcesValues(Model):
    """Requests and limits of the container. Given requests, or limits, replace the default ones as a whole."""

    requests: AmountsValues = Field(
        default=AmountsValues(cpu="250m", memory="64Mi"), description="Requests of the container."
    )
    limits: AmountsValues = Field(
        default=AmountsValues(cpu="500m", memory="128Mi"), description="Limits of the container."
    )

    @model_validator(mode="after")
    def _within_limits(self) -> "ResourcesValues":
        limits = self.limits.amounts()
        problems = [
            Problem(("requests", name), f"{as_text(value)} is more than limits.{name}, {as_text(limits[name])}")
            for name, value in self.requests.amounts().items()
            if name in limits and amount(value) > amount(limits[name])
        ]
        if problems:
            raise ProblemsError(problems)
        return self


class ImagePullSecretValues(Model):
    """A Secret to pull the image with."""

    name: Host = Field(description="The Secret's name, in the controller's namespace.")


Operator = Annotated[Literal["Exists", "Equal"], rule("an operator of a toleration (Exists or Equal)")]
Effect = Annotated[
    Literal["NoSchedule", "PreferNoSchedule", "NoExecute"],
    rule("an effect of a taint (NoSchedule, PreferNoSchedule or NoExecute)"),
]


class TolerationValues(Model):
    """A taint of nodes that the pods tolerate."""

    key: LabelKey | None = Field(
        default=None, description="The taint's key; with operator Exists it may be absent: every taint."
    )
    operator: Operator = Field(default="Equal", description="Exists: any value; Equal: this value.")
    value: LabelValue | None = Field(default=None, description="The taint's value.")
    effect: Effect | None = Field(default=None, description="The taint's effect; default: every effect.")

    @model_validator(mode="after")
    def _fits(self) -> "TolerationValues":
        if self.operator == "Exists" and self.value:
            raise ProblemsError([Problem(("value",), "has no effect with operator Exists")])
        if self.operator == "Equal" and not self.key:
            raise ProblemsError([Problem(("key",), "is missing: only operator Exists needs no key")])
        return self


PERCENTAGE = r"^([0-9]|[1-9][0-9]|100)%$"
PodsOrPercentage = Annotated[
    Annotated[int, Field(strict=True, ge=0), WHOLE] | Annotated[str, StringConstraints(pattern=PERCENTAGE)],
    rule("a number of pods or a percentage (such as 1 or 50%)"),
]


class NetworkPolicyValues(Model):
    """A NetworkPolicy that lets callers reach the controller's ports and nothing else."""

    enabled: bool = Field(description="Whether to add a NetworkPolicy.")
    namespaces: list[Namespace] = Field(
        default=[], description="Namespaces whose pods may call the controller; empty: every namespace."
    )


class PodDisruptionBudgetValues(Model):
    """A PodDisruptionBudget: how many pods may be unavailable while nodes are drained."""

    enabled: bool = Field(description="Whether to add a PodDisruptionBudget.")
    min_available: PodsOrPercentage | None = Field(default=None, description="Number of pods that must stay available.")
    max_unavailable: PodsOrPercentage | None = Field(
        default=None, description="Number of pods that may be unavailable; default: 1, unless minAvailable is given."
    )

    @model_validator(mode="after")
    def _one(self) -> "PodDisruptionBudgetValues":
        if self.min_available is not None and self.max_unavailable is not None:
            raise ProblemsError([Problem(("maxUnavailable",), "stands beside minAvailable; keep one")])
        return self
