"""Controllers of an app: their objects, and whether they can serve the releases beside them."""

from collections.abc import Collection, Iterator

from cdk8s_iter8.controller.check import controller_problems, shared_objects
from cdk8s_iter8.controller.file import ControllerFile
from cdk8s_iter8.controller.manifests.controller_manifests import controller_manifests
from cdk8s_iter8.controller.resolved import resolve_controller
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import PlacedProblem


def file_manifests(controller: ControllerFile, releases: Collection[ResolvedRelease]) -> Iterator[Manifest]:
    """Yields a controller's objects, in the order in which they are written.

    Args:
        controller: The controller's file.
        releases: The releases of the app. With ``resourceTypes: auto`` the controller knows the types that they use.
    """
    return controller_manifests(resolve_controller(controller.values, releases))


def file_problems(controller: ControllerFile, releases: Collection[ResolvedRelease]) -> tuple[PlacedProblem, ...]:
    """Returns the reasons why a controller cannot serve releases, with file and line; empty: it can.

    Args:
        controller: The controller's file.
        releases: The releases of the app.
    """
    problems = (
        *controller_problems(resolve_controller(controller.values, releases), releases),
        *shared_objects(file_manifests(controller, releases), releases),
    )
    return controller.source.error(problems).problems if problems else ()
