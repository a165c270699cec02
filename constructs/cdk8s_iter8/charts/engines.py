"""The chart of every engine."""

from constructs import Construct

from cdk8s_iter8.charts.controller_chart import ControllerChart
from cdk8s_iter8.charts.iter8_controller import Iter8Controller
from cdk8s_iter8.charts.routing_controller import RoutingController
from cdk8s_iter8.controller.engines import EngineValues
from cdk8s_iter8.values.controller import ControllerValues


def add_controller(scope: Construct, values: EngineValues) -> ControllerChart:
    """Adds the chart of a controller, with the name of its file in dist/ as id.

    Args:
        scope: The app, with the releases that the controller serves.
        values: Values of the controller, which name the engine.
    """
    if isinstance(values, ControllerValues):
        return Iter8Controller(scope, values.app_name, values=values)
    return RoutingController(scope, values.app_name, values=values)
