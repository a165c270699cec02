"""A whole controller.yaml."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION, HTTP_ROUTE_VERSIONS
from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.validation.duration import Duration
from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.problem import Problem, shown
from cdk8s_iter8.validation.scalars import (
    DNS_LABEL,
    WHOLE,
    AnnotationValue,
    Image,
    Iter8Version,
    LabelKey,
    LabelValue,
    Namespace,
    Port,
    rule,
)
from cdk8s_iter8.values.metrics import MetricsValues
from cdk8s_iter8.values.pods import (
    ImagePullSecretValues,
    NetworkPolicyValues,
    PodDisruptionBudgetValues,
    ResourcesValues,
    TolerationValues,
)
from cdk8s_iter8.values.resource_types import ResourceTypes, ResourceTypeValues, known_types

NAME_LABEL = "app.kubernetes.io/name"
INSTANCE_LABEL = "app.kubernetes.io/instance"

# Kubernetes adds a hash of 11 characters to a StatefulSet's name in a label.
Name = Annotated[
    str,
    StringConstraints(pattern=f"^{DNS_LABEL}$", max_length=52),
    rule(
        "a name for the controller (at most 52 lower-case letters, digits and '-', starting with a letter, "
        "ending with a letter or digit)"
    ),
]
LogLevel = Annotated[
    Literal["trace", "debug", "info", "warning", "error"],
    rule("a log level (trace, debug, info, warning or error)"),
]
PullPolicy = Annotated[
    Literal["Always", "IfNotPresent", "Never"], rule("a pull policy (Always, IfNotPresent or Never)")
]
Replicas = Annotated[int, Field(strict=True, ge=1), WHOLE, rule("a number of replicas (an integer of at least 1)")]


def _without_selected(labels: dict[str, str]) -> dict[str, str]:
    found = [
        Problem((key,), f"{shown(labels[key])}: the controller sets this label itself, to select its pods")
        for key in (NAME_LABEL, INSTANCE_LABEL)
        if key in labels
    ]
    if found:
        raise ProblemsError(found)
    return labels


PodLabels = Annotated[dict[LabelKey, LabelValue], AfterValidator(_without_selected)]


class AbnValues(Model):
    """What Iter8's SDK talks to."""

    port: Port = Field(default=50051, description="Port of the gRPC service for Iter8's SDK.")


class ControllerValues(Model):
    """Values of the controller: what the Iter8 chart `controller` takes, and what this project adds."""

    name: Name = Field(default="iter8", description="Name of the controller's objects.")
    namespace: Namespace = Field(
        default="default", description="Where the controller is; unless clusterScoped, also all it sees."
    )
    cluster_scoped: bool = Field(
        default=False, description="Whether it sees every namespace; else only its own, as with the chart."
    )
    image: Image = Field(default="iter8/iter8:1.1", description="Container image.")
    image_pull_policy: PullPolicy = Field(default="Always", description="When the image is pulled.")
    image_pull_secrets: list[ImagePullSecretValues] = Field(default=[], description="What the image is pulled with.")
    iter8_version: Iter8Version | None = Field(
        default=None,
        description="The version whose routemaps it takes, such as v1.1; default: as the image's tag says, else v1.1.",
    )
    replicas: Replicas = Field(
        default=1, description="How many pods: one, since each gives users other versions in A/B/n tests."
    )
    log_level: LogLevel = Field(default="info", description="What is logged: trace, debug, info, warning or error.")
    default_resync: Duration = Field(
        default="15m", description="How often every object is looked at again: a Go duration."
    )
    resource_types: ResourceTypes = Field(
        default={},
        description="Types of objects by short name, beside those of the chart and ksvc; null takes one away. "
        "auto: exactly those that the app's releases use.",
    )
    abn: AbnValues = Field(default=AbnValues(), description="The service for A/B/n tests.")
    metrics: MetricsValues = Field(default=MetricsValues(), description="Metrics of A/B/n tests.")
    resources: ResourcesValues = Field(
        default=ResourcesValues(), description="What the container asks for and may use."
    )
    pod_labels: PodLabels = Field(default={}, description="Further labels of the pods.")
    pod_annotations: dict[LabelKey, AnnotationValue] = Field(default={}, description="Annotations of the pods.")
    node_selector: dict[LabelKey, LabelValue] = Field(default={}, description="Labels of the nodes for the pods.")
    tolerations: list[TolerationValues] = Field(default=[], description="Taints that the pods tolerate.")
    network_policy: NetworkPolicyValues | None = Field(default=None, description="A NetworkPolicy; default: none.")
    pod_disruption_budget: PodDisruptionBudgetValues | None = Field(
        default=None, description="A PodDisruptionBudget; default: none."
    )

    @model_validator(mode="after")
    def _fits(self) -> "ControllerValues":
        found = []
        if self.abn.port == self.metrics.port:
            one, other = ("metrics", "abn") if "metrics" in self.model_fields_set else ("abn", "metrics")
            found.append(Problem((one, "port"), f"{self.abn.port} is the port of {other} too"))
        if self.replicas > 1:
            # A pod draws the seed of its hash when it starts (Iter8 abn/service_impl.go, versionHasher).
            text = (
                f"{self.replicas} pods would give one user different versions in A/B/n tests, since each hashes "
                "otherwise, and only the first one changes routes: write `replicas: 1`"
            )
            found.append(Problem(("replicas",), text))
        if found:
            raise ProblemsError(found)
        return self

    @property
    def takes_version(self) -> str:
        """The version label of the routemaps that it takes: the minor version of its program."""
        if self.iter8_version:
            return self.iter8_version
        tag = re.search(r":v?([0-9]+\.[0-9]+)[^/:]*$", self.image.split("@")[0])
        return f"v{tag[1]}" if tag else ITER8_VERSION

    @property
    def explicit_types(self) -> dict[str, ResourceTypeValues] | None:
        """Its types by short name; None: they follow from the releases."""
        return None if self.resource_types == "auto" else known_types(self.resource_types)

    @property
    def http_route_version(self) -> str:
        """The version of HTTPRoutes that it applies, for the releases beside it; v1beta1 (the chart's) or v1."""
        route = (self.explicit_types or {}).get("httproute")
        return route.version if route and route.version in HTTP_ROUTE_VERSIONS else HTTP_ROUTE_VERSION
