"""The Iter8 controller as a chart: values in, everything that the Iter8 chart `controller` installs out."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import jsii
from cdk8s import ApiObject, Chart
from cdk8s_plus_27.k8s import (
    IntOrString,
    KubeConfigMap,
    KubePersistentVolumeClaim,
    KubePodDisruptionBudget,
    KubeSecret,
    KubeService,
    LabelSelector,
    ObjectMeta,
    PersistentVolumeClaimSpec,
    PodDisruptionBudgetSpec,
    Quantity,
    ResourceRequirements,
    ServicePort,
    ServiceSpec,
)
from constructs import Construct, IValidation

from cdk8s_iter8.charts.controller.network_policy import ControllerNetworkPolicy
from cdk8s_iter8.charts.controller.rbac import ControllerRbac
from cdk8s_iter8.charts.controller.stateful_set import ControllerStatefulSet
from cdk8s_iter8.charts.release import Release
from cdk8s_iter8.controller.check import controller_problems, given_controller, load_controller
from cdk8s_iter8.controller.config import config_files, fingerprint
from cdk8s_iter8.controller.labels import labels, selector
from cdk8s_iter8.controller.resolved import resolve_controller
from cdk8s_iter8.objects.duplicates import watch
from cdk8s_iter8.objects.part import own_id
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.arguments import checked, one_of_types
from cdk8s_iter8.validation.scalars import Id
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.pods import PodDisruptionBudgetValues

GivenValues = Annotated[
    ControllerValues | Mapping[str, Any] | str | Path | None,
    one_of_types("values of a controller (ControllerValues, a mapping with the keys of a file, or a file's path)"),
]


@checked
class Iter8Controller(Chart):
    """The controller that turns routemaps into routes.

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

    def __init__(self, scope: Construct, id: Id, *, values: GivenValues = None) -> None:
        """Adds the chart.

        Args:
            scope: The app. With ``resourceTypes: auto`` the types follow from the releases that it has by now.
            id: The chart's id.
            values: Values of the controller, as a model or a mapping, or a file of them; None: the defaults.

        Raises:
            ValuesError: Everything that is wrong with the arguments or the values, a line each.
        """
        with own_id(scope, id):
            super().__init__(scope, id)
        self._values = _values(values, self.node.path)
        self.plan = resolve_controller(self._values, self._releases())
        files = config_files(self.plan)
        ControllerRbac(self, "rbac", controller=self.plan)
        KubeConfigMap(self, "config", metadata=self._metadata(), data=files)
        self._add_metrics()
        self._add_service()
        read_once = files | {"password": self._values.metrics.redis.password or ""}
        ControllerStatefulSet(self, "pods", values=self._values, fingerprint=fingerprint(read_once))
        if (policy := self._values.network_policy) and policy.enabled:
            ControllerNetworkPolicy(self, "network-policy", values=self._values, namespaces=policy.namespaces)
        if (budget := self._values.pod_disruption_budget) and budget.enabled:
            self._add_budget(budget)
        self.node.add_validation(_Validation(self._problems))
        for each in self.node.find_all():
            if isinstance(each, ApiObject):
                watch(self, each.to_json(), each)

    def _add_metrics(self) -> None:
        metrics = self._values.metrics
        if metrics.implementation == "redis":
            if password := metrics.redis.password:
                data = {"password": b64encode(password.encode()).decode()}
                KubeSecret(self, "redis", metadata=self._metadata("-redis"), data=data)
            return
        KubePersistentVolumeClaim(
            self,
            "metrics",
            metadata=self._metadata(),
            spec=PersistentVolumeClaimSpec(
                access_modes=["ReadWriteOnce"],
                resources=ResourceRequirements(requests={"storage": Quantity.from_string(metrics.badgerdb.storage)}),
                storage_class_name=metrics.badgerdb.storage_class_name,
            ),
        )

    def _add_service(self) -> None:
        ports = {"grpc": self._values.abn.port, "http": self._values.metrics.port}
        KubeService(
            self,
            "service",
            metadata=self._metadata(),
            spec=ServiceSpec(
                selector=selector(self._values),
                ports=[
                    ServicePort(name=name, port=port, target_port=IntOrString.from_string(name))
                    for name, port in ports.items()
                ],
            ),
        )

    def _add_budget(self, budget: PodDisruptionBudgetValues) -> None:
        least, most = budget.min_available, budget.max_unavailable
        if least is None and most is None:
            most = 1
        KubePodDisruptionBudget(
            self,
            "budget",
            metadata=self._metadata(),
            spec=PodDisruptionBudgetSpec(
                selector=LabelSelector(match_labels=selector(self._values)),
                min_available=_int_or_string(least),
                max_unavailable=_int_or_string(most),
            ),
        )

    def _metadata(self, suffix: str = "") -> ObjectMeta:
        values = self._values
        return ObjectMeta(name=values.name + suffix, namespace=values.namespace, labels=labels(values))

    def _releases(self) -> Iterator[ResolvedRelease]:
        yield from (each.resolved for each in self.node.root.node.find_all() if isinstance(each, Release))

    def _problems(self) -> list[str]:
        """Returns why the controller cannot serve the releases that no other controller of the app takes."""
        nodes = self.node.root.node.find_all()
        others = [each.plan for each in nodes if isinstance(each, Iter8Controller) and each is not self]
        releases = [each for each in self._releases() if not any(other.takes(each) for other in others)]
        return [str(each) for each in controller_problems(self.plan, releases)]


def _values(given: ControllerValues | Mapping[str, Any] | str | Path | None, place: str) -> ControllerValues:
    if isinstance(given, ControllerValues):
        return given
    file = load_controller(given) if isinstance(given, str | Path) else given_controller(given or {}, place)
    return file.values


def _int_or_string(value: int | str | None) -> IntOrString | None:
    if value is None:
        return None
    return IntOrString.from_string(value) if isinstance(value, str) else IntOrString.from_number(value)


@jsii.implements(IValidation)
class _Validation:
    """What cdk8s asks when it synthesizes."""

    def __init__(self, problems: Callable[[], list[str]]) -> None:
        self._problems = problems

    def validate(self) -> list[str]:
        """Returns what is wrong, a line each."""
        return self._problems()
