"""Iter8's controller as a chart, with all objects that the Iter8 chart `controller` installs."""

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
from cdk8s_iter8.values.controller import ControllerValues

GivenIter8Controller = Annotated[
    ControllerValues | Mapping[str, Any] | str | Path | None,
    one_of_types("values of a controller (ControllerValues, a mapping with the keys of a file, or a file's path)"),
]


@checked
class Iter8Controller(ControllerChart):
    """Iter8's controller, which turns routemaps into routes.

    Emits, in this order: a ServiceAccount; if the controller sees every namespace, a ClusterRole with its
    ClusterRoleBinding; a Role with its RoleBinding; a ConfigMap with the configuration; a PersistentVolumeClaim for
    metrics, or with Redis, a Secret if the password is in the values; a Service; a StatefulSet; and, if the values ask
    for them, a NetworkPolicy and a PodDisruptionBudget.

    When the app is synthesized, its releases are checked against the controller. A release with a type that the
    controller does not know, with another version of Iter8, or in a namespace that the controller does not see, is an
    error.

    Attributes:
        plan: The resolved controller: its values and the types that it knows.

    Example:
        >>> import cdk8s
        >>> controller = Iter8Controller(cdk8s.App(outdir="out"), "iter8-controller", values="controller.yaml")
        >>> [manifest["kind"] for manifest in controller.to_json()][-4:]
        ['ConfigMap', 'PersistentVolumeClaim', 'Service', 'StatefulSet']
    """

    plan: ResolvedController[ControllerValues]

    def __init__(self, scope: Construct, id: Id, *, values: GivenIter8Controller = None) -> None:
        """Adds the chart.

        Args:
            scope: The app. With ``resourceTypes: auto`` the types are those of the releases that the app has by now.
            id: The chart's id.
            values: Values of the controller: a model, a mapping or a file; None: the defaults.

        Raises:
            ValuesError: All problems of the arguments and the values, one line for each.
        """
        given = controller_values(values, ControllerValues, place_in(scope, id))
        super().__init__(scope, id, values=given)
