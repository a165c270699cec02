"""The routing controller as a chart: this project's own engine, installed in the place of Iter8's."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from cdk8s_plus_27.k8s import KubeConfigMap
from constructs import Construct

from cdk8s_iter8.charts.controller.chart import ControllerChart, place_in
from cdk8s_iter8.charts.controller.deployment import RoutingDeployment
from cdk8s_iter8.charts.controller.pod_monitor import RoutingPodMonitor
from cdk8s_iter8.charts.controller.rbac import ControllerRbac
from cdk8s_iter8.controller.config import config_file, fingerprint
from cdk8s_iter8.controller.file import controller_values
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.controller.routing_permissions import lease_permissions, routing_permissions
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.one_of_types import one_of_types
from cdk8s_iter8.validation.scalars import Id
from cdk8s_iter8.values.routing_controller import RoutingControllerValues

GivenRoutingController = Annotated[
    RoutingControllerValues | Mapping[str, Any] | str | Path | None,
    one_of_types(
        "values of a controller (RoutingControllerValues, a mapping with the keys of a file, or a file's path)"
    ),
]


@checked
class RoutingController(ControllerChart):
    """The routing controller, which turns routemaps into routes as Iter8's controller does, and stands in its place.

    Emits, in this order: a ServiceAccount; where it sees every namespace, a ClusterRole with its ClusterRoleBinding; a
    Role with its RoleBinding, also for its Lease; a ConfigMap with its configuration; a Deployment; and, where values
    ask for it, a NetworkPolicy, a PodDisruptionBudget and a PodMonitor.

    When the app is synthesized, the releases in it are checked against the controller, as with `Iter8Controller`.

    Attributes:
        plan: The controller, worked out: its values and the types it knows.

    Example:
        >>> import cdk8s
        >>> controller = RoutingController(cdk8s.App(outdir="out"), "routing-controller")
        >>> [each["kind"] for each in controller.to_json()]
        ['ServiceAccount', 'Role', 'RoleBinding', 'ConfigMap', 'Deployment']
    """

    plan: ResolvedController[RoutingControllerValues]

    def __init__(self, scope: Construct, id: Id, *, values: GivenRoutingController = None) -> None:
        """Adds the chart.

        Args:
            scope: The app. With ``resourceTypes: auto`` the types follow from the releases that it has by now.
            id: The chart's id.
            values: Values of the controller, or a file of them; None: the defaults.

        Raises:
            ValuesError: Everything that is wrong with the file, a line each.
        """
        given = controller_values(values, RoutingControllerValues, place_in(scope, id))
        super().__init__(scope, id, values=given)
        files = {"config.yaml": config_file(self.plan)}
        seen, own = routing_permissions(self.plan), lease_permissions(self.plan)
        ControllerRbac(self, "rbac", values=given, seen=seen, own=own)
        KubeConfigMap(self, "config", metadata=self.metadata(), data=files)
        RoutingDeployment(self, "pods", values=given, fingerprint=fingerprint(files))
        self.add_policies([given.port])
        if (monitor := given.pod_monitor) and monitor.enabled:
            RoutingPodMonitor(self, "pod-monitor", values=given, monitor=monitor)
        self.watch_objects()
