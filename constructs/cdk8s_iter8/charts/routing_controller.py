"""The routing controller as a chart: the engine of this project, instead of Iter8's."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from constructs import Construct

from cdk8s_iter8.charts.controller_chart import ControllerChart, place_in
from cdk8s_iter8.controller.file import controller_values
from cdk8s_iter8.controller.resolved import ResolvedController
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
    """The routing controller, which turns routemaps into routes. It replaces Iter8's controller.

    Emits, in this order: a ServiceAccount; if the controller sees every namespace, a ClusterRole with its
    ClusterRoleBinding; a Role with its RoleBinding, also for the Lease; a ConfigMap with the configuration; a
    Deployment; and, if the values ask for them, a NetworkPolicy, a PodDisruptionBudget and a PodMonitor.

    When the app is synthesized, its releases are checked against the controller, as with `Iter8Controller`.

    Attributes:
        plan: The resolved controller: its values and the types that it knows.

    Example:
        >>> import cdk8s
        >>> controller = RoutingController(cdk8s.App(outdir="out"), "routing-controller")
        >>> [manifest["kind"] for manifest in controller.to_json()]
        ['ServiceAccount', 'Role', 'RoleBinding', 'ConfigMap', 'Deployment']
    """

    plan: ResolvedController[RoutingControllerValues]

    def __init__(self, scope: Construct, id: Id, *, values: GivenRoutingController = None) -> None:
        """Adds the chart.

        Args:
            scope: The app. With ``resourceTypes: auto`` the types are those of the releases that the app has by now.
            id: The chart's id.
            values: Values of the controller: a model, a mapping or a file; None: the defaults.

        Raises:
            ValuesError: All problems of the arguments and the values, one line for each.
        """
        given = controller_values(values, RoutingControllerValues, place_in(scope, id))
        super().__init__(scope, id, values=given)
