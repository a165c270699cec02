"""The base class of the charts of both engines: they are checked against the releases of the app."""

from collections.abc import Callable, Iterator, Sequence

import jsii
from cdk8s import ApiObject, Chart
from cdk8s_plus_27.k8s import ObjectMeta
from constructs import Construct, IValidation

from cdk8s_iter8.charts.controller.disruption_budget import ControllerDisruptionBudget
from cdk8s_iter8.charts.controller.network_policy import ControllerNetworkPolicy
from cdk8s_iter8.charts.release import Release
from cdk8s_iter8.controller.check import controller_problems
from cdk8s_iter8.controller.labels import labels
from cdk8s_iter8.controller.resolved import ResolvedController, resolve_controller
from cdk8s_iter8.objects.duplicates import watch
from cdk8s_iter8.objects.part import own_id
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.values.any_controller import AnyControllerValues


class ControllerChart(Chart):
    """A controller of either engine.

    When the app is synthesized, the releases in it are checked against the controller.

    Attributes:
        plan: The resolved controller: its values and the types that it knows.
    """

    plan: ResolvedController[AnyControllerValues]

    def __init__(self, scope: Construct, id: str, *, values: AnyControllerValues) -> None:
        """Adds the chart.

        Args:
            scope: The app. With ``resourceTypes: auto`` the types are those of the releases that the app has by now.
            id: The chart's id.
            values: Values of the controller.
        """
        with own_id(scope, id):
            super().__init__(scope, id)
        self.plan = resolve_controller(values, self._releases())
        self.node.add_validation(_Validation(self._problems))

    def metadata(self, suffix: str = "") -> ObjectMeta:
        """Returns name, namespace and labels of an object of the controller.

        Args:
            suffix: The end of the object's name, after the controller's name.
        """
        values = self.plan.values
        return ObjectMeta(name=values.name + suffix, namespace=values.namespace, labels=labels(values))

    def add_policies(self, ports: Sequence[int]) -> None:
        """Adds a NetworkPolicy and a PodDisruptionBudget, if the values ask for them.

        Args:
            ports: The ports that callers may use.
        """
        values = self.plan.values
        if (policy := values.network_policy) and policy.enabled:
            ControllerNetworkPolicy(self, "network-policy", values=values, policy=policy, ports=ports)
        if (budget := values.pod_disruption_budget) and budget.enabled:
            ControllerDisruptionBudget(self, "budget", values=values, budget=budget)

    def watch_objects(self) -> None:
        """Makes the app invalid if it has one of the chart's objects twice. Call it after all objects are added."""
        for node in self.node.find_all():
            if isinstance(node, ApiObject):
                watch(self, node.to_json(), node)

    def _releases(self) -> Iterator[ResolvedRelease]:
        yield from (node.resolved for node in self.node.root.node.find_all() if isinstance(node, Release))

    def _problems(self) -> list[str]:
        """Returns why the controller cannot serve the releases that no other controller of the app takes."""
        nodes = self.node.root.node.find_all()
        others = [node.plan for node in nodes if isinstance(node, ControllerChart) and node is not self]
        releases = [release for release in self._releases() if not any(other.takes(release) for other in others)]
        return [str(problem) for problem in controller_problems(self.plan, releases)]


def place_in(scope: Construct, id: str) -> str:
    """Returns the path of a construct that is not added yet, for errors."""
    return "/".join(filter(None, (scope.node.path, id)))


@jsii.implements(IValidation)
class _Validation:
    """The validation that cdk8s calls when it synthesizes."""

    def __init__(self, problems: Callable[[], list[str]]) -> None:
        self._problems = problems

    def validate(self) -> list[str]:
        """Returns the problems, one line for each."""
        return self._problems()
