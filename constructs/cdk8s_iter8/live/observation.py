"""What is read of a release: its routemap, the objects of its versions, its routes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.releases import ReleaseKey, ReleaseNotThereError, find_releases, release_objects
from cdk8s_iter8.engine.config import Config
from cdk8s_iter8.engine.desired_route import RouteError, desired_route
from cdk8s_iter8.engine.routemap import Routemap, RoutemapError, objects, read_routemap
from cdk8s_iter8.live.hanging import hanging
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.known_types import known_types


@dataclass(frozen=True)
class Observation:
    """What was read of a release.

    Attributes:
        key: The release.
        config_map: The routemap's ConfigMap.
        config: The types that the routemap was read with.
        routemap: The routemap, or why it is none.
        found: The objects and routes that were read, by key; None: there is none.
        refused: Why an object could not be read.
    """

    key: ReleaseKey
    config_map: Object
    config: Config
    routemap: Routemap | RoutemapError
    found: Mapping[ObjectKey, Object | None] = field(default_factory=dict)
    refused: Mapping[ObjectKey, NotPermittedError] = field(default_factory=dict)


def observe_releases(
    connection: Connection, names: Iterable[str] = (), *, everywhere: bool = False
) -> list[Observation]:
    """Reads releases: one call for the routemaps, and one for each object of a version and each route.

    Args:
        connection: The cluster.
        names: Names of releases; none: all of the namespace.
        everywhere: Whether to look in all namespaces.

    Raises:
        CallError: The routemaps cannot be read, or the cluster does not answer.
        ReleaseNotThereError: There is no release of a name.
    """
    try:
        routemaps = find_releases(connection, list(names), everywhere=everywhere)
    except ReleaseNotThereError as error:
        namespaces = () if everywhere else (connection.namespace,)
        left = [line for namespace in namespaces for name in error.names for line in _left(connection, namespace, name)]
        raise ReleaseNotThereError(error.names, (*error.lines, *left)) from error
    unread = [read_config_map(key, raw) for key, raw in routemaps.items()]
    wanted = list(dict.fromkeys(key for each in unread for key in wanted_keys(each)))

    def read(key: ObjectKey) -> Object | NotPermittedError | None:
        try:
            return connection.read(key)
        except NotPermittedError as error:
            return error

    answers = dict(zip(wanted, connection.at_once(read, wanted), strict=True))
    return [observed(each, answers) for each in unread]


def _left(connection: Connection, namespace: str, name: str) -> Iterator[str]:
    """What a deletion has left: a routemap goes first, and the versions wait for their finalizers."""
    for key, raw in release_objects(connection, ReleaseKey(namespace, name)).objects.items():
        now = datetime.now(UTC)
        yield from hanging(key, raw, now) or (f"{kind_words(key.gvr)} {key.name} is left of it",)


def read_config_map(key: ReleaseKey, config_map: Object) -> Observation:
    """Reads a routemap; nothing else of the release is read yet."""
    spec = (config_map.get("data") or {}).get("strSpec")
    config = known_types(spec if isinstance(spec, str) else "")
    routemap: Routemap | RoutemapError
    try:
        routemap = read_routemap(config_map, config)
    except RoutemapError as error:
        routemap = error
    return Observation(key, config_map, config, routemap)


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


def observed(unread: Observation, answers: Mapping[ObjectKey, Object | NotPermittedError | None]) -> Observation:
    """Returns an observation with what was read."""
    wanted = {key: answers.get(key) for key in wanted_keys(unread)}
    return Observation(
        unread.key,
        unread.config_map,
        unread.config,
        unread.routemap,
        {key: each for key, each in wanted.items() if not isinstance(each, NotPermittedError)},
        {key: each for key, each in wanted.items() if isinstance(each, NotPermittedError)},
    )
