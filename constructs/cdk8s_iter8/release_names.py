"""Names that clash within a release, or are too long once something is added to them."""

from collections.abc import Iterator
from typing import Any

from cdk8s_iter8.release_plan import ReleasePlan
from cdk8s_iter8.values.problem import Path, Problem
from cdk8s_iter8.version import weight_config

_LONGEST = 63


def name_problems(plan: ReleasePlan) -> Iterator[Problem]:
    """Yields names that two objects of a release would share, and names that are too long.

    Args:
        plan: The release.
    """
    application, environment = plan.application, plan.environment
    versions: set[tuple[str, str]] = set()
    objects: set[tuple[str, str, str]] = set()
    for index, (version, values) in enumerate(plan.members()):
        place = _place(values, index)
        if len(version.name) > _LONGEST:
            yield Problem(
                place, f"'{version.name}' has {len(version.name)} characters, at most {_LONGEST} are possible"
            )
        resources = (weight_config(version), *environment.resources(version, values))
        taken = {(each.gvr_short, each.namespace, each.name) for each in resources}
        if (version.namespace, version.name) in versions or taken & objects:
            yield Problem(place, f"'{version.name}' is the name of another version too")
        elif application.session_affinity and version.name in {name for _, name in versions}:
            text = "is the name of a version in another namespace too: a user's cookie could be of either"
            yield Problem(place, f"'{version.name}' {text}")
        versions.add((version.namespace, version.name))
        objects |= taken
        backend = environment.backend(version, values, plan.values)
        own = (backend.namespace, backend.name)
        if environment.has_entry(plan.strategy) and own == (application.namespace, application.name):
            yield Problem(
                place,
                f"'{backend.name}' is the application's name, which its entry Service has; name the version otherwise",
            )
    yield from _mirrors(plan, {name for _, name in versions})


def _mirrors(plan: ReleasePlan, names: set[str]) -> Iterator[Problem]:
    """Mirrored versions may need a Service of their own, named for them."""
    for index, (version, values) in enumerate(plan.members()):
        backend = plan.environment.backend(version, values, plan.values)
        if not version.mirrored or not backend.mirror or backend.mirror.host == backend.address.host:
            continue
        name = backend.mirror.host.split(".")[0]
        if len(name) > _LONGEST:
            yield Problem(
                _place(values, index),
                f"'{backend.name}' is too long to be mirrored to: '{name}' has {len(name)} characters, "
                f"at most {_LONGEST} are possible",
            )
        if name in {*names, plan.application.name}:
            yield Problem(_place(values, index), f"'{name}' is needed for copies to '{backend.name}'; use another name")


def _place(values: Any, index: int) -> Path:
    """Where the version's name stands, or the version where the name is the default."""
    place: Path = ("application", "versions", index)
    return (*place, "metadata", "name") if values.metadata.name else place
