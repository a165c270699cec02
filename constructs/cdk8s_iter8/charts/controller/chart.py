"""What the charts of both engines have alike: they know the releases beside them, and are checked against them."""

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
        plan: The controller, worked out: its values and the types it knows.
    """

    plan: ResolvedController[AnyControllerValues]

    def __init__(self, scope: Construct, id: str, *, values: AnyControllerValues) -> None:
        """Adds the chart.

        Args:
            scope: The app. With ``resourceTypes: auto`` the types follow from the releases that it has by now.
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
            suffix: What follows the controller's name in the object's.
        """
        values = self.plan.values
        return ObjectMeta(name=values.name + suffix, namespace=values.namespace, labels=labels(values))

    def add_policies(self, ports: Sequence[int]) -> None:
        """Adds a NetworkPolicy and a PodDisruptionBudget where values ask for them.

        Args:
            ports: The ports that others may call.
        """
        values = self.plan.values
        if (policy := values.network_policy) and policy.enabled:
            ControllerNetworkPolicy(self, "network-policy", values=values, policy=policy, ports=ports)
        if (budget := values.pod_disruption_budget) and budget.enabled:
            ControllerDisruptionBudget(self, "budget", values=values, budget=budget)

    def watch_objects(self) -> None:
        """Makes the app invalid when it has one of the chart's objects twice; called when all are added."""
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
    """Returns the path that a construct will have, to name it in errors before it is there."""
    return "/".join(filter(None, (scope.node.path, id)))


@jsii.implements(IValidation)
class _Validation:
    """What cdk8s asks when it synthesizes."""

    def __init__(self, problems: Callable[[], list[str]]) -> None:
        self._problems = problems

    def validate(self) -> list[str]:
        """Returns what is wrong, a line each."""
        return self._problems()
