"""The values of a controller.yaml for Iter8's controller."""

import re
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.validation.duration import Duration
from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.scalars import WHOLE, Image, Iter8Version, Port, rule
from cdk8s_iter8.values.any_controller import AnyControllerValues, ControllerName
from cdk8s_iter8.values.metrics import MetricsValues

Iter8LogLevel = Annotated[
    Literal["trace", "debug", "info", "warning", "error"],
    rule("a log level (trace, debug, info, warning or error)"),
]
Iter8Replicas = Annotated[int, Field(strict=True, ge=1), WHOLE, rule("a number of replicas (an integer of at least 1)")]


class AbnValues(Model):
    """The gRPC service for Iter8's SDK."""

    port: Port = Field(default=50051, description="Port of the gRPC service for Iter8's SDK.")


class ControllerValues(AnyControllerValues):
    """Values of Iter8's controller: the keys of its chart `controller`, and the keys that this project adds."""

    app_name: ClassVar[str] = "iter8-controller"

    engine: Literal["iter8"] = Field(default="iter8", description="The program: Iter8's controller.")
    name: ControllerName = Field(default="iter8", description="Name of the controller's objects.")
    image: Image = Field(default="iter8/iter8:1.1", description="Container image.")
    iter8_version: Iter8Version | None = Field(
        default=None,
        description="Version label of the routemaps to take, such as v1.1; default: the image's version, else v1.1.",
    )
    replicas: Iter8Replicas = Field(
        default=1, description="Number of pods: 1, because in A/B/n tests two pods give one user different versions."
    )
    log_level: Iter8LogLevel = Field(
        default="info", description="What is logged: trace, debug, info, warning or error."
    )
    default_resync: Duration = Field(
        default="15m", description="How often every object is checked again: a Go duration."
    )
    abn: AbnValues = Field(default=AbnValues(), description="The service for A/B/n tests.")
    metrics: MetricsValues = Field(default=MetricsValues(), description="Metrics of A/B/n tests.")

    @model_validator(mode="after")
    def _fits(self) -> "ControllerValues":
        problems = []
        if self.abn.port == self.metrics.port:
            one, other = ("metrics", "abn") if "metrics" in self.model_fields_set else ("abn", "metrics")
            problems.append(Problem((one, "port"), f"{self.abn.port} is the port of {other} too"))
        if self.replicas > 1:
            # A pod draws the seed of its hash when it starts (Iter8 abn/service_impl.go, versionHasher).
            text = (
                f"{self.replicas} pods would give one user different versions in A/B/n tests, because their hashes "
                "differ, and only the first pod changes routes: write `replicas: 1`"
            )
            problems.append(Problem(("replicas",), text))
        if problems:
            raise ProblemsError(problems)
        return self

    @property
    def takes_version(self) -> str:
        """The version label of the routemaps that the controller takes: the minor version of its program."""
        if self.iter8_version:
            return self.iter8_version
        tag = re.search(r":v?([0-9]+\.[0-9]+)[^/:]*$", self.image.split("@")[0])
        return f"v{tag[1]}" if tag else ITER8_VERSION
