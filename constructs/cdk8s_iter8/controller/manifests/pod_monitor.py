"""How the Prometheus operator finds a controller's metrics."""

from cdk8s_iter8.controller.labels import selector
from cdk8s_iter8.controller.manifests.metadata import metadata
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.values.routing_controller import PodMonitorValues, RoutingControllerValues


def pod_monitor(values: RoutingControllerValues, monitor: PodMonitorValues) -> Manifest:
    """Returns the PodMonitor that makes Prometheus read the metrics of the routing controller's pods.

    Args:
        values: The controller's values.
        monitor: How often the metrics are read, and labels of the PodMonitor.
    """
    endpoint = {"port": "http", "path": "/metrics"} | ({"interval": monitor.interval} if monitor.interval else {})
    own = metadata(values)
    spec = {"selector": {"matchLabels": selector(values)}, "podMetricsEndpoints": [endpoint]}
    labelled = {**own, "labels": {**monitor.labels, **own["labels"]}}
    return manifest("monitoring.coreos.com/v1", "PodMonitor", labelled, spec=spec)
