"""Reads a release: its routemap, the objects of its versions, its routes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from cdk8s_iter8.cluster.api_error import MissingTypeError, NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.release_objects import release_objects
from cdk8s_iter8.cluster.releases import ReleaseKey, ReleaseNotThereError, find_releases
from cdk8s_iter8.engine.desired_route import RouteError, desired_route
from cdk8s_iter8.engine.routemap import Routemap, RoutemapError, objects
from cdk8s_iter8.live.controllers import Controller, Controllers
from cdk8s_iter8.live.hanging import hanging
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.known_types import known_routemap
from cdk8s_iter8.live.object_reader import ObjectReader, Read


@dataclass(frozen=True)
class Observation:
    """What was read of a release.

    Attributes:
        key: The release.
        config_map: The routemap's ConfigMap.
        controller: The controller that serves the release.
        routemap: The routemap, or why it is none; its types have the conditions of that controller.
        found: The objects and routes that were read, by key; None: there is none.
        refused: Why an object could not be read.
        missing: The types of objects that the cluster does not have, a line each.
    """

    key: ReleaseKey
    config_map: Object
    controller: Controller
    routemap: Routemap | RoutemapError
    found: Mapping[ObjectKey, Object | None] = field(default_factory=dict)
    refused: Mapping[ObjectKey, NotPermittedError] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def observe_releases(
    reader: ObjectReader, controllers: Controllers, names: Iterable[str] = (), *, everywhere: bool = False
) -> list[Observation]:
    """Reads releases: one call for the routemaps, and few for the objects of versions and the routes.

    Args:
        reader: The cluster.
        controllers: The controllers that may serve the releases.
        names: Names of releases; none: all of the namespace.
        everywhere: Whether to look in all namespaces.

    Raises:
        CallError: The routemaps cannot be read, or the cluster does not answer.
        ReleaseNotThereError: There is no release of a name.
    """
    connection = reader.connection
    try:
        routemaps = find_releases(connection, list(names), everywhere=everywhere)
    except ReleaseNotThereError as error:
        namespaces = () if everywhere else (connection.namespace,)
        left = [line for namespace in namespaces for name in error.names for line in _left(connection, namespace, name)]
        raise ReleaseNotThereError(error.names, (*error.lines, *left)) from error
    unread = [read_config_map(key, raw, controllers.serving(raw)) for key, raw in routemaps.items()]
    wanted = list(dict.fromkeys(key for release in unread for key in wanted_keys(release)))
    answers = reader.read(wanted, unread[0].key.name if len(unread) == 1 else None)
    return [observed(release, answers, controllers) for release in unread]


def _left(connection: Connection, namespace: str, name: str) -> Iterator[str]:
    """Returns what a deletion has left: the routemap goes first, and the versions wait for their finalizers."""
    for key, raw in release_objects(connection, ReleaseKey(namespace, name)).objects.items():
        now = datetime.now(UTC)
        yield from hanging(key, raw, now) or (f"{kind_words(key.gvr)} {key.name} is left of it",)


def read_config_map(key: ReleaseKey, config_map: Object, controller: Controller) -> Observation:
    """Reads a routemap as a controller does; nothing else of the release is read yet."""
    routemap: Routemap | RoutemapError
    try:
        routemap = known_routemap(config_map, controller)
    except RoutemapError as error:
        routemap = error
    return Observation(key, config_map, controller, routemap)


def wanted_keys(observation: Observation) -> Iterator[ObjectKey]:
    """Yields the objects that a release's status depends on: those of its versions, and its routes."""
    if isinstance(observation.routemap, RoutemapError):
        return
    yield from objects(observation.routemap)
    yield from route_keys(observation.routemap)


def route_keys(routemap: Routemap) -> Iterator[ObjectKey]:
    """Yields the routes of a routemap; their names do not depend on the weights."""
    alone = [1] + [0] * (len(routemap.versions) - 1)
    for template in routemap.templates:
        try:
            yield desired_route(routemap, template, alone).key
        except RouteError:  # the status says so
            continue


def observed(unread: Observation, answers: Mapping[ObjectKey, Read], controllers: Controllers) -> Observation:
    """Returns an observation with what was read. By the routes it is known which controller serves the release."""
    wanted = {key: answers.get(key) for key in wanted_keys(unread)}
    answered = {
        key: None if isinstance(answer, MissingTypeError) else answer
        for key, answer in wanted.items()
        if not isinstance(answer, NotPermittedError)
    }
    routes = [] if isinstance(unread.routemap, RoutemapError) else [*route_keys(unread.routemap)]
    controller = controllers.serving(unread.config_map, [raw for key in routes if (raw := answered.get(key))])
    if controller != unread.controller:
        unread = read_config_map(unread.key, unread.config_map, controller)
    refused = {key: answer for key, answer in wanted.items() if isinstance(answer, NotPermittedError)}
    missing = dict.fromkeys(str(answer) for answer in wanted.values() if isinstance(answer, MissingTypeError))
    return replace(unread, found=answered, refused=refused, missing=tuple(missing))
