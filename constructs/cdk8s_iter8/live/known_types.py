"""The types that routemaps name, as verbs know them: they do not read the controller's own configuration."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cdk8s_iter8.engine.config import Config
from cdk8s_iter8.environments import BrokenEnvironmentError, environment, environment_names, shipped_environment_names
from cdk8s_iter8.iter8.resource_type import KNATIVE, ROUTES, SHIPPED, ResourceType

_API_VERSION = re.compile(r"^\s*apiVersion:\s*[\"']?([a-z0-9.-]+)/(v[a-z0-9]+)", re.MULTILINE)


def known_types(spec: str) -> Config:
    """Returns a configuration with the types of Iter8's chart, of Knative, and of every installed environment.

    Args:
        spec: The routemap's ``strSpec``. A route is of the version that its template says, since a controller can be
            configured for another one than the default.

    Example:
        >>> types = known_types("    apiVersion: gateway.networking.k8s.io/v1").types
        >>> types["httproute"].version, types["ksvc"].conditions
        ('v1', ('Ready',))
    """
    said = dict(_API_VERSION.findall(spec))
    others = list(_of_other_packages())
    types = {name: each for name, each, _ in others} | SHIPPED | KNATIVE
    routes = {name for name, _, is_route in others if is_route}
    routes |= {name for name, each in types.items() if (each.group, each.resource) in ROUTES}
    types |= {name: replace(types[name], version=said.get(types[name].group, types[name].version)) for name in routes}
    return Config(types, frozenset(routes), cluster_scoped=True)


def _of_other_packages() -> Iterator[tuple[str, ResourceType, bool]]:
    """The types of environments by short name, and whether routes are of the type."""
    for name in environment_names():
        if name in shipped_environment_names():
            continue
        try:
            found = environment(name)
        except BrokenEnvironmentError:  # a release that needs it says that its type is unknown
            continue
        yield from ((short, each, False) for short, each in found.resource_types.items())
        if found.router:
            yield found.router.gvr_short, found.router.resource_type, True
