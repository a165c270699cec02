"""Iter8's controller as a chart: values in, everything that the Iter8 chart `controller` installs out."""

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from cdk8s_plus_27.k8s import (
    IntOrString,
    KubeConfigMap,
    KubePersistentVolumeClaim,
    KubeSecret,
    KubeService,
    PersistentVolumeClaimSpec,
    Quantity,
    ResourceRequirements,
    ServicePort,
    ServiceSpec,
)
from constructs import Construct

from cdk8s_iter8.charts.controller.chart import ControllerChart, place_in
from cdk8s_iter8.charts.controller.rbac import ControllerRbac
from cdk8s_iter8.charts.controller.stateful_set import ControllerStatefulSet
from cdk8s_iter8.controller.config import config_files, fingerprint
from cdk8s_iter8.controller.file import controller_values
from cdk8s_iter8.controller.labels import selector
from cdk8s_iter8.controller.permissions import own_pods, permissions
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.one_of_types import one_of_types
from cdk8s_iter8.validation.scalars import Id
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.metrics import MetricsValues

GivenIter8Controller = Annotated[
    ControllerValues | Mapping[str, Any] | str | Path | None,
    one_of_types("values of a controller (ControllerValues, a mapping with the keys of a file, or a file's path)"),
]


@checked
class Iter8Controller(ControllerChart):
    """Iter8's controller, which turns routemaps into routes.

    Emits, in this order: a ServiceAccount; where it sees every namespace, a ClusterRole with its ClusterRoleBinding; a
    Role with its RoleBinding; a ConfigMap with its configuration; a PersistentVolumeClaim for metrics unless these are
    in Redis, or a Secret if Redis' password is in the values; a Service; a StatefulSet; and, where values ask for it,
    a NetworkPolicy and a PodDisruptionBudget.

    When the app is synthesized, the releases in it are checked against the controller: a release that uses a type which
    the controller does not know, another version of Iter8, or a namespace that it does not see, is an error.

    Attributes:
        plan: The controller, worked out: its values and the types it knows.

    Example:
        >>> import cdk8s
        >>> controller = Iter8Controller(cdk8s.App(outdir="out"), "iter8-controller", values="controller.yaml")
        >>> [each["kind"] for each in controller.to_json()][-4:]
        ['ConfigMap', 'PersistentVolumeClaim', 'Service', 'StatefulSet']
    """

    plan: ResolvedController[ControllerValues]

    def __init__(self, scope: Construct, id: Id, *, values: GivenIter8Controller = None) -> None:
        """Adds the chart.

        Args:
            scope: The app. With ``resourceTypes: auto`` the types follow from the releases that it has by now.
            id: The chart's id.
            values: Values of the controller, as a model or a mapping, or a file of them; None: the defaults.

        Raises:
            ValuesError: Everything that is wrong with the arguments or the values, a line each.
        """
        given = controller_values(values, ControllerValues, place_in(scope, id))
        super().__init__(scope, id, values=given)
        files = config_files(self.plan)
        ControllerRbac(self, "rbac", values=given, seen=permissions(self.plan), own=[own_pods(self.plan)])
        KubeConfigMap(self, "config", metadata=self.metadata(), data=files)
        self._add_metrics(given.metrics)
        self._add_service({"grpc": given.abn.port, "http": given.metrics.port})
        read_once = files | {"password": given.metrics.redis.password or ""}
        ControllerStatefulSet(self, "pods", values=given, fingerprint=fingerprint(read_once))
        self.add_policies([given.abn.port, given.metrics.port])
        self.watch_objects()

    def _add_metrics(self, metrics: MetricsValues) -> None:
        if metrics.implementation == "redis":
            if password := metrics.redis.password:
                data = {"password": b64encode(password.encode()).decode()}
                KubeSecret(self, "redis", metadata=self.metadata("-redis"), data=data)
            return
        KubePersistentVolumeClaim(
            self,
            "metrics",
            metadata=self.metadata(),
            spec=PersistentVolumeClaimSpec(
                access_modes=["ReadWriteOnce"],
                resources=ResourceRequirements(requests={"storage": Quantity.from_string(metrics.badgerdb.storage)}),
                storage_class_name=metrics.badgerdb.storage_class_name,
            ),
        )

    def _add_service(self, ports: dict[str, int]) -> None:
        KubeService(
            self,
            "service",
            metadata=self.metadata(),
            spec=ServiceSpec(
                selector=selector(self.plan.values),
                ports=[
                    ServicePort(name=name, port=port, target_port=IntOrString.from_string(name))
                    for name, port in ports.items()
                ],
            ),
        )
