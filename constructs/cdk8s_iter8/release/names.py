"""The names that a release takes: those that clash, and those that are too long."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cdk8s_iter8.environments.environment import AnyValues
from cdk8s_iter8.iter8.routemap_spec import weight_config
from cdk8s_iter8.release.resolved import ResolvedRelease, version_name
from cdk8s_iter8.specifications.specification import Specification
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.problem import Path, Problem

_LONGEST = 63

APPLICATION: Path = ("application", "metadata", "name")
VERSION = "version"


@dataclass(frozen=True)
class TakenName:
    """The name of an object of a release.

    Attributes:
        kind: The controller's short name of the object's type, such as ``svc``; `VERSION` for a version itself.
        namespace: The object's namespace.
        name: The object's name.
        version: The position of the version that it belongs to; None: the application's.
        place: Where in the values the name comes from.
        copied: The version to which requests are copied by this object; None: it is for something else.
    """

    kind: str
    namespace: str
    name: str
    version: int | None
    place: Path
    copied: str | None = None

    @property
    def identity(self) -> tuple[str, str, str]:
        """What no two objects have in common."""
        return self.kind, self.namespace, self.name


def taken_names(plan: ResolvedRelease) -> Iterator[TakenName]:
    """Yields the names of a release's versions and objects, and of what they lead to: routes and Knative's Services.

    Args:
        plan: The release.
    """
    application, router = plan.application, plan.environment.router
    kinds = {"cm": f"{application.name}-routemap"}
    if plan.environment.has_entry(plan.strategy):
        kinds["svc"] = application.name
    if plan.plan and router:
        kinds[router.gvr_short] = application.name
    for kind, name in kinds.items():
        yield TakenName(kind, application.namespace, name, None, APPLICATION)
    for index, (version, values) in enumerate(plan.members()):
        yield from _of_version(plan, index, version, values)


def _of_version(plan: ResolvedRelease, index: int, version: Version, values: Any) -> Iterator[TakenName]:
    place = _place(values, index, version.name)
    yield TakenName(VERSION, version.namespace, version.name, index, place)
    for each in plan.environment.resources(version, values):
        yield TakenName(each.gvr_short, each.namespace, each.name, index, _place(values, index, each.name))
    if plan.strategy.weighted:
        config = weight_config(version.name, version.namespace)
        yield TakenName(config.gvr_short, config.namespace, config.name, index, place)
    backend = plan.environment.backend(version, values, plan.values)
    place = _place(values, index, backend.name)
    yield TakenName("svc", backend.namespace, backend.name, index, place)
    if version.mirrored and backend.mirror and backend.mirror.host != backend.address.host:
        name = backend.mirror.host.split(".")[0]
        yield TakenName("svc", backend.namespace, name, index, place, copied=backend.name)


def name_problems(plan: ResolvedRelease) -> Iterator[Problem]:
    """Yields names that two objects of a release would share, and names that are too long.

    Args:
        plan: The release.
    """
    taken: dict[tuple[str, str, str], TakenName] = {}
    clashing: set[int] = set()
    for each in taken_names(plan):
        if each.copied and len(each.name) > _LONGEST:
            text = f"'{each.copied}' is too long to be mirrored to: '{each.name}' has {len(each.name)} characters, "
            yield Problem(each.place, f"{text}at most {_LONGEST} are possible")
        other = taken.setdefault(each.identity, each)
        if each.version is not None and each.version not in clashing and other.version != each.version:
            clashing.add(each.version)
            yield _clash(each, other)
    if plan.application.session_affinity:
        yield from _confused(plan, clashing)


def _clash(name: TakenName, other: TakenName) -> Problem:
    if copied := name.copied or other.copied:
        return Problem(name.place, f"'{name.name}' is needed for copies to '{copied}'; use another name")
    if other.version is not None:
        return Problem(name.place, f"'{name.name}' is the name of another version too")
    text = f"'{name.name}' is the application's name, which its entry Service has; name the version otherwise"
    return Problem(name.place, text)


def _confused(plan: ResolvedRelease, clashing: set[int]) -> Iterator[Problem]:
    names: set[str] = set()
    for index, (version, values) in enumerate(plan.members()):
        if version.name in names and index not in clashing:
            text = "is the name of a version in another namespace too: a user's cookie could be of either"
            yield Problem(_place(values, index, version.name), f"'{version.name}' {text}")
        names.add(version.name)


def long_names(values: AnyValues, name: str) -> Iterator[Problem]:
    """Yields versions' names that are too long because they are made of the application's.

    Args:
        values: The values.
        name: The release's name.
    """
    application = values.application.metadata.name or name
    for index, each in enumerate(values.application.versions):
        made = version_name(each, application, index)
        if len(made) > _LONGEST:
            text = f"'{made}' has {len(made)} characters, at most {_LONGEST} are possible; give the version a name"
            yield Problem(("application", "versions", index), text)


def _place(values: Any, index: int, name: str) -> Path:
    """Where a name of a version stands, or the version where it is made of the application's."""
    version: Path = ("application", "versions", index)
    for field, info in type(values).model_fields.items():
        specification = getattr(values, field)
        if isinstance(specification, Specification) and specification.metadata.name == name:
            return (*version, info.alias or field, "metadata", "name")
    return (*version, "metadata", "name") if values.metadata.name else version
