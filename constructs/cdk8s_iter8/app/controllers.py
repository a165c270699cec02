"""Controllers of an app: their objects, and whether they can serve the releases beside them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cdk8s_iter8.controller.check import controller_problems, shared_objects
from cdk8s_iter8.controller.file import ControllerFile
from cdk8s_iter8.controller.manifests.controller_manifests import controller_manifests
from cdk8s_iter8.controller.resolved import resolve_controller
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import PlacedProblem


@dataclass(frozen=True)
class CheckedController:
    """A controller's objects, and whether it can serve the releases beside it.

    Attributes:
        manifests: The controller's objects, in the order in which they are written.
        problems: The reasons why the controller cannot serve the releases, with file and line; empty: it can.
    """

    manifests: Sequence[Manifest]
    problems: tuple[PlacedProblem, ...]


def checked_controller(controller: ControllerFile, releases: Collection[ResolvedRelease]) -> CheckedController:
    """Makes a controller's objects, and checks whether it can serve the releases.

    Args:
        controller: The controller's file.
        releases: The releases of the app. With ``resourceTypes: auto`` the controller knows the types that they use.
    """
    resolved = resolve_controller(controller.values, releases)
    manifests = list(controller_manifests(resolved))
    problems = (*controller_problems(resolved, releases), *shared_objects(manifests, releases))
    return CheckedController(manifests, controller.source.error(problems).problems if problems else ())
