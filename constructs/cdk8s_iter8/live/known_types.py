"""The types that routemaps name, as verbs know them: those of the controller, and of environments beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from typing import Final

from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.engine.config import Config
from cdk8s_iter8.engine.routemap import Routemap
from cdk8s_iter8.engine.routemap_reader import read_routemap
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.live.controllers import DEFAULTS, Controller

GROUP: Final = "cdk8s_iter8.environments"
"""The group of the entry points of environments (`cdk8s_iter8.environments.GROUP`)."""

_API_VERSION = re.compile(r"^\s*apiVersion:\s*[\"']?([a-z0-9.-]+)/(v[a-z0-9]+)", re.MULTILINE)


def known_types(spec: str, controller: Controller) -> Config:
    """Returns a controller's configuration, with the types that it has by default and those of installed environments.

    A type that its configuration lacks is known all the same, so that the objects of a version can be looked at.

    Args:
        spec: The routemap's ``strSpec``. A route is of the version that its template says, since a controller can be
            configured for another one than the default.
        controller: The controller that serves the release.

    Example:
        >>> from cdk8s_iter8.live.controllers import Controllers
        >>> routing = Controllers().serving({"metadata": {"namespace": "default"}})
        >>> types = known_types("    apiVersion: gateway.networking.k8s.io/v1", routing).types
        >>> types["httproute"].version, types["ksvc"].conditions
        ('v1', ('RoutesReady',))
    """
    own, default = controller.config, DEFAULTS[controller.manager].config
    said = dict(_API_VERSION.findall(spec))
    others = list(_of_other_packages())
    types = {name: resource_type for name, resource_type, _ in others} | {**default.types, **own.types}
    routes = own.routes | {name for name, _, is_route in others if is_route}
    routes |= {name for name, resource_type in types.items() if resource_type.is_route}
    types |= {name: replace(types[name], version=said.get(types[name].group, types[name].version)) for name in routes}
    return Config(types, routes, cluster_scoped=True)


def known_routemap(config_map: Object, controller: Controller) -> Routemap:
    """Reads a routemap as a controller does, with the types of `known_types`.

    Args:
        config_map: The routemap's ConfigMap.
        controller: The controller that serves the release.

    Raises:
        RoutemapError: Everything that is wrong with it.
    """
    spec = (config_map.get("data") or {}).get("strSpec")
    return read_routemap(config_map, known_types(spec if isinstance(spec, str) else "", controller))


def conditions_of(routemap: Routemap) -> dict[ObjectKey, frozenset[str]]:
    """Returns the conditions that matter of each object of a routemap's versions, in lower case."""
    conditions: dict[ObjectKey, frozenset[str]] = {}
    for resource in (listed for version in routemap.versions for listed in version.resources):
        wanted = frozenset(condition.lower() for condition in resource.type.conditions)
        conditions[resource.key] = conditions.get(resource.key, frozenset()) | wanted
    return conditions


def _of_other_packages() -> Iterator[tuple[str, ResourceType, bool]]:
    """Yields the types of environments by short name, and whether routes are of the type."""
    if not _has_others():  # to import the environments takes longer than all else that a status does
        return
    from cdk8s_iter8.environments import (
        BrokenEnvironmentError,
        environment,
        environment_names,
        shipped_environment_names,
    )

    for name in environment_names():
        if name in shipped_environment_names():
            continue
        try:
            known = environment(name)
        except BrokenEnvironmentError:  # a release that needs it says that its type is unknown
            continue
        yield from ((short, resource_type, False) for short, resource_type in known.resource_types.items())
        if known.router:
            yield known.router.gvr_short, known.router.resource_type, True


@cache
def _has_others() -> bool:
    return any(not point.module.startswith("cdk8s_iter8.") for point in entry_points(group=GROUP))
