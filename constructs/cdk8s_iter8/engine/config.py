"""The controller's configuration: Iter8's config.yaml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cdk8s_iter8.cluster.keys import GVR
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.validation.problem import Path, Problem, as_text
from cdk8s_iter8.validation.source import Source

_PART = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_VERSION = re.compile(r"v[0-9]+((alpha|beta)[0-9]+)?")


@dataclass(frozen=True)
class Config:
    """What a controller sees and what it may apply.

    Attributes:
        types: The types that routemaps may name, by their short name.
        routes: The short names of those that routemaps may apply: Istio's and Gateway API's routes, and what has
            ``applied: true``.
        cluster_scoped: Whether the controller sees every namespace, or only its own.
    """

    types: Mapping[str, ResourceType]
    routes: frozenset[str]
    cluster_scoped: bool

    @property
    def watched(self) -> tuple[GVR, ...]:
        """Each type once, in the order of the file."""
        return tuple(dict.fromkeys(GVR.of(known) for known in self.types.values()))

    @property
    def applied(self) -> tuple[GVR, ...]:
        """Each type of routes once."""
        return tuple(dict.fromkeys(GVR.of(self.types[name]) for name in self.types if name in self.routes))

    def conditions(self, gvr: GVR) -> frozenset[str]:
        """Returns the conditions that matter of a type, in lower case: those of all its short names."""
        types = (known for known in self.types.values() if GVR.of(known) == gvr)
        return frozenset(condition.lower() for known in types for condition in known.conditions)


def read_config(source: Source) -> Config:
    """Reads Iter8's config.yaml (Iter8 controllers/config.go); keys that it has and are not read here are ignored.

    Args:
        source: The file.

    Raises:
        ValuesError: Everything that is wrong with the file, a line each.

    Example:
        >>> from cdk8s_iter8.validation.source import parse
        >>> text = "resourceTypes: {vs: {Group: networking.istio.io, Version: v1, Resource: virtualservices}}"
        >>> read_config(parse(text, "config.yaml")).applied
        (GVR(group='networking.istio.io', version='v1', resource='virtualservices'),)
    """
    problems = list(source.problems)
    data = source.data if isinstance(source.data, dict) else {}
    if data is not source.data:
        problems.append(Problem((), f"{as_text(source.data)} is not a mapping"))
    scoped = data.get("clusterScoped", False)
    if not isinstance(scoped, bool):
        problems.append(Problem(("clusterScoped",), f"{as_text(scoped)} is not true or false"))
    entries = data.get("resourceTypes")
    if not isinstance(entries, dict) or not entries:
        problems.append(
            Problem(("resourceTypes",), f"{as_text(entries)} is not a mapping of types by their short name")
        )
        entries = {}
    types: dict[str, ResourceType] = {}
    routes: set[str] = set()
    for name, entry in entries.items():
        place: Path = ("resourceTypes", name)
        if not isinstance(entry, dict):
            problems.append(Problem(place, f"{as_text(entry)} is not a mapping with Group, Version and Resource"))
            continue
        fields = {key.lower(): value for key, value in entry.items()}
        of_type = list(_problems(fields, place))
        problems += of_type
        if of_type:
            continue
        conditions = tuple(fields.get("conditions") or ())
        types[name] = ResourceType(fields.get("group") or "", fields["version"], fields["resource"], conditions)
        if fields.get("applied") is True or types[name].is_route:
            routes.add(name)
    if problems:
        raise source.error(problems)
    return Config(types, frozenset(routes), scoped is True)


def _problems(fields: Mapping[str, object], place: Path) -> Iterator[Problem]:
    group, version, resource = fields.get("group") or "", fields.get("version"), fields.get("resource")
    if group and not (isinstance(group, str) and _PART.fullmatch(group)):
        yield Problem((*place, "Group"), f"{as_text(group)} is not an API group, such as serving.knative.dev")
    if not (isinstance(version, str) and _VERSION.fullmatch(version)):
        yield Problem((*place, "Version"), f"{as_text(version)} is not an API version, such as v1")
    if not (isinstance(resource, str) and _PART.fullmatch(resource)):
        yield Problem((*place, "Resource"), f"{as_text(resource)} is not the plural name of a type, such as services")
    conditions = fields.get("conditions")
    if conditions is not None and not (
        isinstance(conditions, list) and all(isinstance(name, str) and name for name in conditions)
    ):
        yield Problem((*place, "conditions"), f"{as_text(conditions)} is not a list of conditions, such as [Ready]")
    if fields.get("applied") not in (None, True, False):
        yield Problem((*place, "applied"), f"{as_text(fields['applied'])} is not true or false")
