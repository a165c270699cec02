"""Checks whether a controller can serve the releases beside it."""

from collections.abc import Iterable, Iterator

from cdk8s_iter8.controller.resolved import ResolvedController, UsedType, namespaces, used_types
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.routing.names import taken_names
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.values.any_controller import AnyControllerValues


def controller_problems(
    controller: ResolvedController[AnyControllerValues], releases: Iterable[ResolvedRelease]
) -> Iterator[Problem]:
    """Yields the reasons why a controller cannot serve releases; paths start at the controller's values.

    The controller itself would at most log them, and there would be no route.

    Args:
        controller: The controller.
        releases: The releases that it has to serve.
    """
    for release in releases:
        yield from _unseen(controller, release)
        yield from _other_version(controller, release)
        for name, used in used_types(release).items():
            yield from _unknown_type(controller, name, used, release)


# The short names of the kinds that both a controller and a release can have.
_SHORT = {"ConfigMap": "cm", "Service": "svc", "Deployment": "deploy"}


def shared_objects(manifests: Iterable[Manifest], releases: Iterable[ResolvedRelease]) -> Iterator[Problem]:
    """Yields a problem for every object of a controller that a release has too; the path is the controller's name.

    Args:
        manifests: The controller's objects.
        releases: The releases beside it.
    """
    own = {
        (_SHORT[manifest["kind"]], manifest["metadata"]["namespace"], manifest["metadata"]["name"]): manifest["kind"]
        for manifest in manifests
        if manifest["kind"] in _SHORT
    }
    for release in releases:
        for taken in taken_names(release.routing):
            if kind := own.get(taken.identity):
                text = f"{_named(release)} has a {kind} {taken.namespace}/{taken.name} too, and the one applied last"
                yield Problem(("name",), f"{text} would win: use another name or namespace")


def _unseen(controller: ResolvedController[AnyControllerValues], release: ResolvedRelease) -> Iterator[Problem]:
    unseen = [namespace for namespace in namespaces(release) if not controller.sees(namespace)]
    if unseen:
        yield Problem(
            ("clusterScoped",),
            f"is not true, so the controller sees only its own namespace {controller.values.namespace}, but "
            f"{_named(release)} has objects in {', '.join(unseen)}: add the line `clusterScoped: true`",
        )


def _other_version(controller: ResolvedController[AnyControllerValues], release: ResolvedRelease) -> Iterator[Problem]:
    wanted, taken = release.values.iter8_version, controller.values.takes_version
    if wanted != taken:
        yield Problem(
            ("iter8Version",),
            f"the controller takes routemaps of version {as_text(taken)} only, but that of {_named(release)} is of "
            f"{as_text(wanted)}: use a controller of that version, or write `iter8Version: {taken}` in the release",
        )


def _unknown_type(
    controller: ResolvedController[AnyControllerValues], name: str, used: UsedType, release: ResolvedRelease
) -> Iterator[Problem]:
    known, need = controller.types.get(name), controller.judges(name, used.type)
    line = f"`{need.entry(name, applied=used.applied)}`"
    path, auto = ("resourceTypes", name), controller.values.explicit_types is None
    if known is None:
        remedy = "add the controller to the app after the release" if auto else f"add the line {line}"
        yield Problem(path, f"is missing, but {_named(release)} uses it: {remedy}")
        return
    have = known.type
    has_conditions = {condition.lower() for condition in have.conditions}
    missing = [condition for condition in need.conditions if condition.lower() not in has_conditions]
    if has_conditions.issuperset(condition.lower() for condition in used.type.conditions):
        missing = []  # Iter8's rule, which is stricter
    if (have.group, have.version, have.resource) != (need.group, need.version, need.resource):
        remedy = "another release uses the first, and a controller knows one of a name" if auto else f"write {line}"
        yield Problem(path, f"is {have}, but {_named(release)} uses {need}: {remedy}")
    elif missing:
        yield Problem(
            (*path, "conditions"),
            f"have no {', '.join(missing)}, so versions of {_named(release)} would get requests before they are "
            f"ready: write {line}",
        )
    if used.applied and not known.applied:
        yield Problem(
            (*path, "applied"), f"is not true, but {_named(release)} has its route in it: add the line `applied: true`"
        )


def _named(release: ResolvedRelease) -> str:
    return f"release {release.application.namespace}/{release.application.name}"
