"""Checks whether a controller can serve the releases beside it."""

from collections.abc import Iterable, Iterator

from cdk8s_iter8.controller.resolved import ResolvedController, UsedType, namespaces, used_types
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import Problem, shown
from cdk8s_iter8.values.any_controller import AnyControllerValues


def controller_problems(
    controller: ResolvedController[AnyControllerValues], releases: Iterable[ResolvedRelease]
) -> Iterator[Problem]:
    """Yields why a controller cannot serve releases; paths start at the controller's values.

    Each of these the controller itself would only log, if that: no route would appear.

    Args:
        controller: The controller.
        releases: The releases that it has to serve.
    """
    for release in releases:
        yield from _unseen(controller, release)
        yield from _other_version(controller, release)
        for name, used in used_types(release).items():
            yield from _unknown_type(controller, name, used, release)


def _unseen(controller: ResolvedController[AnyControllerValues], release: ResolvedRelease) -> Iterator[Problem]:
    unseen = [each for each in namespaces(release) if not controller.sees(each)]
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
            f"the controller takes routemaps of version {shown(taken)} only, but that of {_named(release)} is of "
            f"{shown(wanted)}: use a controller of that version, or write `iter8Version: {taken}` in the release",
        )


def _unknown_type(
    controller: ResolvedController[AnyControllerValues], name: str, used: UsedType, release: ResolvedRelease
) -> Iterator[Problem]:
    known, line = controller.types.get(name), f"`{used.type.entry(name, applied=used.applied)}`"
    path, auto = ("resourceTypes", name), controller.values.explicit_types is None
    if known is None:
        remedy = "add the controller to the app after the release" if auto else f"add the line {line}"
        yield Problem(path, f"is missing, but {_named(release)} uses it: {remedy}")
        return
    have, need = known.type, used.type
    missing = [each for each in need.conditions if each.lower() not in {one.lower() for one in have.conditions}]
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
