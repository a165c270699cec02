"""The values of a controller.yaml for the routing controller, the engine of this project."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from cdk8s_iter8.iter8.resource_type import SERVED_KNATIVE, SHIPPED, ResourceType
from cdk8s_iter8.validation.model import Model
from cdk8s_iter8.validation.scalars import WHOLE, Image, LabelKey, LabelValue, Port, rule
from cdk8s_iter8.values.any_controller import AnyControllerValues, ControllerName, PullPolicy
from cdk8s_iter8.values.pods import AmountsValues, ResourcesValues

IMAGE = f"cdk8s-iter8:{version('cdk8s-iter8')}"
"""The image that `make image` builds."""

Replicas = Annotated[
    int,
    Field(strict=True, ge=1, le=2),
    WHOLE,
    rule("a number of replicas of the routing controller (1, or 2: one pod stands by)"),
]
LogLevel = Annotated[
    Literal["debug", "info", "warning", "error"],
    rule("a log level of the routing controller (debug, info, warning or error)"),
]
DrainSeconds = Annotated[
    int,
    Field(strict=True, ge=0, le=30),
    WHOLE,
    rule("a number of seconds for draining (an integer from 0 to 30)"),
]
Interval = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9][0-9]{0,4}(h|m|s)$"),
    rule("an interval of Prometheus (a number with a unit, such as 30s or 1m)"),
]
LogFormat = Annotated[Literal["text", "json"], rule("a format of logs (text or json)")]


class RoutingResourcesValues(ResourcesValues):
    """Requests and limits of the container. Given requests, or limits, replace the default ones as a whole."""

    requests: AmountsValues = Field(
        default=AmountsValues(cpu="100m", memory="128Mi"), description="Requests of the container."
    )
    limits: AmountsValues = Field(
        default=AmountsValues(cpu="1", memory="256Mi"), description="Limits of the container."
    )


class PodMonitorValues(Model):
    """A PodMonitor: how the Prometheus operator finds the pods' metrics."""

    enabled: bool = Field(description="Whether to add a PodMonitor; the cluster must have the operator's CRDs.")
    interval: Interval | None = Field(
        default=None, description="How often the metrics are read, such as 30s; default: the interval of Prometheus."
    )
    labels: dict[LabelKey, LabelValue] = Field(
        default={}, description="Further labels of the PodMonitor, for a Prometheus that selects by label."
    )


class RoutingControllerValues(AnyControllerValues):
    """Values of the routing controller."""

    app_name: ClassVar[str] = "routing-controller"
    known_types: ClassVar[Mapping[str, ResourceType]] = SHIPPED | SERVED_KNATIVE

    engine: Literal["cdk8s-iter8"] = Field(default="cdk8s-iter8", description="The program: `cdk8s-iter8 controller`.")
    name: ControllerName = Field(
        default="routing-controller", description="Name of the controller's objects, and of its Lease."
    )
    image: Image = Field(default=IMAGE, description="Container image; default: the image that `make image` builds.")
    image_pull_policy: PullPolicy = Field(default="IfNotPresent", description="When the image is pulled.")
    replicas: Replicas = Field(default=1, description="Number of pods; with 2, one stands by and takes over.")
    log_level: LogLevel = Field(default="info", description="What is logged: debug, info, warning or error.")
    log_format: LogFormat = Field(default="text", description="How a line of the log is written: text or json.")
    drain_seconds: DrainSeconds = Field(
        default=5, description="Seconds that a deleted version stays after the route without it is applied."
    )
    port: Port = Field(default=8080, description="Port of the HTTP service for probes and metrics.")
    resources: RoutingResourcesValues = Field(
        default=RoutingResourcesValues(), description="Requests and limits of the container."
    )
    pod_monitor: PodMonitorValues | None = Field(default=None, description="A PodMonitor; default: none.")
