"""The routing controller: this project's own engine, installed in the place of Iter8's."""

from collections.abc import Iterator

from cdk8s_iter8.controller.config import config_file, fingerprint
from cdk8s_iter8.controller.manifests.deployment import routing_deployment
from cdk8s_iter8.controller.manifests.metadata import metadata
from cdk8s_iter8.controller.manifests.pod_monitor import pod_monitor
from cdk8s_iter8.controller.manifests.policies import policies
from cdk8s_iter8.controller.manifests.rbac import rbac
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.controller.routing_permissions import lease_permissions, routing_permissions
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.values.routing_controller import RoutingControllerValues


def routing_controller(controller: ResolvedController[RoutingControllerValues]) -> Iterator[Manifest]:
    """Yields the objects of the routing controller, in the order in which they are written.

    Args:
        controller: The controller, resolved.
    """
    values, files = controller.values, {"config.yaml": config_file(controller)}
    yield from rbac(values, seen=routing_permissions(controller), own=lease_permissions(controller))
    yield manifest("v1", "ConfigMap", metadata(values), data=files)
    yield routing_deployment(values, fingerprint(files))
    yield from policies(values, [values.port])
    if (monitor := values.pod_monitor) and monitor.enabled:
        yield pod_monitor(values, monitor)
