"""The base class of the charts of both engines: they are checked against the releases of the app."""

from collections.abc import Callable, Iterator

import jsii
from cdk8s import Chart
from constructs import Construct, IValidation

from cdk8s_iter8.charts.release import Release
from cdk8s_iter8.controller.check import controller_problems
from cdk8s_iter8.controller.manifests.controller_manifests import controller_manifests
from cdk8s_iter8.controller.resolved import ResolvedController, resolve_controller
from cdk8s_iter8.objects.part import own_id
from cdk8s_iter8.objects.typed import add_manifests
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
        add_manifests(self, controller_manifests(self.plan))
        self.node.add_validation(_Validation(self._problems))

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
