"""Which objects are for which engine."""

from collections.abc import Iterator
from typing import Any

from cdk8s_iter8.controller.manifests.iter8_controller import iter8_controller
from cdk8s_iter8.controller.manifests.routing_controller import routing_controller
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.values.controller import ControllerValues


def controller_manifests(controller: ResolvedController[Any]) -> Iterator[Manifest]:
    """Yields the objects of a controller, in the order in which they are written.

    Args:
        controller: The controller, resolved; its values say which engine it is.
    """
    if isinstance(controller.values, ControllerValues):
        yield from iter8_controller(controller)
    else:
        yield from routing_controller(controller)
