"""The controllers of a cluster, and what each looks at when it judges whether a version is ready.

This is the one home of the rule which controller's conditions count for a release.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, Object
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, ITER8_FIELD_MANAGER
from cdk8s_iter8.engine.config import Config, read_config
from cdk8s_iter8.engine.yaml_text import read_yaml
from cdk8s_iter8.iter8.resource_type import KNATIVE, SERVED_KNATIVE, SHIPPED, ResourceType
from cdk8s_iter8.live.ages import moment
from cdk8s_iter8.live.route_rules import mapping, sequence
from cdk8s_iter8.validation.problem import ValuesError

CONTROLLERS: Final = {FIELD_MANAGER: "the routing controller", ITER8_FIELD_MANAGER: "Iter8's controller"}
"""The controllers of routemaps by the field manager as which they apply routes."""

APP_NAMES: Final = {"routing-controller": FIELD_MANAGER, "iter8-controller": ITER8_FIELD_MANAGER}
"""The field manager of each controller by the label ``app.kubernetes.io/name`` of its ConfigMap."""

_NAME, _VERSION = "app.kubernetes.io/name", "app.kubernetes.io/version"
_SELECTOR = f"{_NAME} in ({','.join(APP_NAMES)})"
_FILE = "config.yaml"


@dataclass(frozen=True)
class Controller:
    """A controller of routemaps.

    Attributes:
        manager: The field manager as which it applies routes.
        config: Its configuration: types with the conditions that make an object ready.
        source: The ConfigMap that the configuration is from, as ``NAMESPACE/NAME``; empty: it is the default.
        namespace: The only namespace that it sees; None: it sees all.
        takes: The label ``iter8.tools/version`` of the routemaps that it takes; None: not known.
    """

    manager: str
    config: Config
    source: str = ""
    namespace: str | None = None
    takes: str | None = None

    def may_serve(self, routemap: Mapping[str, Any]) -> bool:
        """Tells whether it takes a routemap: it sees the namespace, and the label is the one that it looks for."""
        metadata = routemap["metadata"]
        label = (metadata.get("labels") or {}).get("iter8.tools/version")
        return self.namespace in (None, metadata["namespace"]) and self.takes in (None, label)


def _default(manager: str, knative: Mapping[str, ResourceType]) -> Controller:
    types = {**SHIPPED, **knative}
    routes = frozenset(name for name, resource_type in types.items() if resource_type.is_route)
    return Controller(manager, Config(types, routes, cluster_scoped=True))


DEFAULTS: Final = {
    FIELD_MANAGER: _default(FIELD_MANAGER, SERVED_KNATIVE),
    ITER8_FIELD_MANAGER: _default(ITER8_FIELD_MANAGER, KNATIVE),
}
"""Each controller as it is without a configuration that can be read."""


@dataclass(frozen=True)
class Controllers:
    """The controllers whose configuration was found.

    Attributes:
        found: The controllers; those that see one namespace alone come first.
    """

    found: tuple[Controller, ...] = ()

    def serving(self, routemap: Mapping[str, Any], routes: Iterable[Mapping[str, Any]] = ()) -> Controller:
        """Returns the controller that serves a release.

        It is the one that has applied the route last. Without a route it is the one that may serve the routemap, if
        controllers of one kind alone may; else the routing controller. If its configuration was not found, its default
        counts.

        Args:
            routemap: The routemap's ConfigMap.
            routes: The release's routes in the cluster.

        Example:
            >>> routemap = {"metadata": {"namespace": "default"}}
            >>> Controllers().serving(routemap).config.types["ksvc"].conditions
            ('RoutesReady',)
        """
        able = [candidate for candidate in self.found if candidate.may_serve(routemap)]
        manager, _ = max((applied_by(route) for route in routes), key=_when, default=("", None))
        if not manager:
            managers = {candidate.manager for candidate in able}
            manager = managers.pop() if len(managers) == 1 else FIELD_MANAGER
        return next((candidate for candidate in able if candidate.manager == manager), DEFAULTS[manager])


def find_controllers(connection: Connection, namespaces: Collection[str] = ()) -> Controllers:
    """Finds the configuration of controllers, by the label ``app.kubernetes.io/name`` of their ConfigMaps.

    Iter8's chart does not label its ConfigMap, so with it the default counts, unless somebody labels it.

    Args:
        connection: The cluster.
        namespaces: Where to look if all namespaces may not be read.

    Raises:
        CallError: The cluster does not answer, or does not know who asks.
    """
    try:
        raws = connection.objects(CONFIG_MAPS, None, _SELECTOR)
    except NotPermittedError:
        raws = [raw for namespace in dict.fromkeys(namespaces) for raw in _within(connection, namespace)]
    read = [controller for raw in raws for controller in _read(raw)]
    return Controllers(tuple(sorted(read, key=lambda known: (known.namespace is None, known.source))))


def _within(connection: Connection, namespace: str) -> list[Object]:
    try:
        return connection.objects(CONFIG_MAPS, namespace, _SELECTOR)
    except NotPermittedError:  # then the defaults count; whoever must read more says so
        return []


def _read(raw: Object) -> Iterator[Controller]:
    """The controller of a ConfigMap; none, if the ConfigMap is not what a controller can start with."""
    metadata, text = raw["metadata"], mapping(raw.get("data")).get(_FILE)
    labels = mapping(metadata.get("labels"))
    source = f"{metadata['namespace']}/{metadata['name']}"
    manager = APP_NAMES.get(str(labels.get(_NAME)))
    if not manager or not isinstance(text, str):
        return
    try:
        config = read_config(read_yaml(text, source))
    except ValuesError:
        return
    namespace = None if config.cluster_scoped else metadata["namespace"]
    yield Controller(manager, config, source, namespace, labels.get(_VERSION))


def applied_by(route: Mapping[str, Any]) -> tuple[str, datetime | None]:
    """Returns which controller has applied a route last, by its managed fields, and when; empty: none has."""
    entries = [mapping(entry) for entry in sequence(mapping(route.get("metadata")).get("managedFields"))]
    applied = [
        (str(entry["manager"]), moment(entry.get("time")))
        for entry in entries
        if entry.get("operation") == "Apply" and entry.get("manager") in CONTROLLERS
    ]
    return max(applied, key=_when, default=("", None))


def _when(applied: tuple[str, datetime | None]) -> float:
    return applied[1].timestamp() if applied[1] else 0.0
