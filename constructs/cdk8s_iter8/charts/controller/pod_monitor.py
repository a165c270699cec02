"""The PodMonitor of a controller, by which the Prometheus operator finds the metrics."""

from typing import Any

from cdk8s import ApiObject, ApiObjectMetadata, JsonPatch
from constructs import Construct

from cdk8s_iter8.controller.labels import labels, selector
from cdk8s_iter8.values.routing_controller import PodMonitorValues, RoutingControllerValues


class RoutingPodMonitor(Construct):
    """Makes Prometheus read the metrics of the routing controller's pods. Emits a PodMonitor."""

    def __init__(
        self, scope: Construct, id: str, *, values: RoutingControllerValues, monitor: PodMonitorValues
    ) -> None:
        """Adds the PodMonitor.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            values: The controller's values.
            monitor: How often the metrics are read, and labels of the PodMonitor.
        """
        super().__init__(scope, id)
        endpoint: dict[str, Any] = {"port": "http", "path": "/metrics"}
        if monitor.interval:
            endpoint["interval"] = monitor.interval
        added = ApiObject(
            self,
            "pod-monitor",
            api_version="monitoring.coreos.com/v1",
            kind="PodMonitor",
            metadata=ApiObjectMetadata(
                name=values.name, namespace=values.namespace, labels={**monitor.labels, **labels(values)}
            ),
        )
        spec = {"selector": {"matchLabels": selector(values)}, "podMetricsEndpoints": [endpoint]}
        added.add_json_patch(JsonPatch.add("/spec", spec))
