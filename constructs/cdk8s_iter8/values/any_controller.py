"""The values of a controller.yaml that both engines have."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, StringConstraints

from cdk8s_iter8.iter8.resource_type import (
    HTTP_ROUTE_VERSION,
    HTTP_ROUTE_VERSIONS,
    KNATIVE,
    SHIPPED,
    ResourceType,
)
from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.scalars import (
    DNS_LABEL,
    AnnotationValue,
    Image,
    Iter8Version,
    LabelKey,
    LabelValue,
    Namespace,
    rule,
)
from cdk8s_iter8.values.pods import (
    ImagePullSecretValues,
    NetworkPolicyValues,
    PodDisruptionBudgetValues,
    ResourcesValues,
    TolerationValues,
)
from cdk8s_iter8.values.resource_types import ResourceTypes, ResourceTypeValues, changed_types

NAME_LABEL = "app.kubernetes.io/name"
INSTANCE_LABEL = "app.kubernetes.io/instance"

# Kubernetes adds a hash of 11 characters to the name of a StatefulSet or Deployment in a label.
ControllerName = Annotated[
    str,
    StringConstraints(pattern=f"^{DNS_LABEL}$", max_length=52),
    rule(
        "a name for the controller (at most 52 lower-case letters, digits and '-', starting with a letter, "
        "ending with a letter or digit)"
    ),
]
PullPolicy = Annotated[
    Literal["Always", "IfNotPresent", "Never"], rule("a pull policy (Always, IfNotPresent or Never)")
]


def _without_selected(labels: dict[str, str]) -> dict[str, str]:
    problems = [
        Problem((key,), f"{as_text(labels[key])}: the controller sets this label itself, to select its pods")
        for key in (NAME_LABEL, INSTANCE_LABEL)
        if key in labels
    ]
    if problems:
        raise ProblemsError(problems)
    return labels


PodLabels = Annotated[dict[LabelKey, LabelValue], AfterValidator(_without_selected)]


class AnyControllerValues(Model):
    """Values of a controller with any engine."""

    app_name: ClassVar[str]
    """The label ``app.kubernetes.io/name`` of the controller's objects, and the name of its file in dist/."""
    known_types: ClassVar[Mapping[str, ResourceType]] = SHIPPED | KNATIVE
    """The types that the controller knows by itself, by short name, with the conditions that it looks at."""

    name: ControllerName = Field(description="Name of the controller's objects.")
    namespace: Namespace = Field(
        default="default", description="Namespace of the controller; unless clusterScoped, the only one it sees."
    )
    cluster_scoped: bool = Field(
        default=False, description="Whether the controller sees every namespace; else only its own, as in the chart."
    )
    image: Image = Field(description="Container image.")
    image_pull_policy: PullPolicy = Field(default="Always", description="When the image is pulled.")
    image_pull_secrets: list[ImagePullSecretValues] = Field(default=[], description="Secrets to pull the image with.")
    iter8_version: Iter8Version | None = Field(
        default=None, description=f"Version label of the routemaps that the controller takes; default: {ITER8_VERSION}."
    )
    resource_types: ResourceTypes = Field(
        default={},
        description="Types of objects by short name, in addition to those of the chart and ksvc; null removes a type. "
        "auto: exactly the types that the app's releases use.",
    )
    resources: ResourcesValues = Field(default=ResourcesValues(), description="Requests and limits of the container.")
    pod_labels: PodLabels = Field(default={}, description="Further labels of the pods.")
    pod_annotations: dict[LabelKey, AnnotationValue] = Field(default={}, description="Annotations of the pods.")
    node_selector: dict[LabelKey, LabelValue] = Field(default={}, description="Labels of the nodes for the pods.")
    tolerations: list[TolerationValues] = Field(default=[], description="Taints that the pods tolerate.")
    network_policy: NetworkPolicyValues | None = Field(default=None, description="A NetworkPolicy; default: none.")
    pod_disruption_budget: PodDisruptionBudgetValues | None = Field(
        default=None, description="A PodDisruptionBudget; default: none."
    )

    @property
    def takes_version(self) -> str:
        """The version label of the routemaps that the controller takes."""
        return self.iter8_version or ITER8_VERSION

    @property
    def explicit_types(self) -> dict[str, ResourceTypeValues] | None:
        """The types by short name; None: the types that the releases use."""
        return None if self.resource_types == "auto" else changed_types(self.known_types, self.resource_types)

    @property
    def http_route_version(self) -> str:
        """The API version of the HTTPRoutes that the controller applies: v1beta1 (the chart's) or v1."""
        route = (self.explicit_types or {}).get("httproute")
        return route.version if route and route.version in HTTP_ROUTE_VERSIONS else HTTP_ROUTE_VERSION
