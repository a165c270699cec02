"""Deletes a release in the order in which its route does not come back, and waits until all of it is gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cdk8s_iter8.applying.apply_error import ApplyError
from cdk8s_iter8.applying.going import deleted, gone
from cdk8s_iter8.applying.live_routing import listed_objects, read_routes, route_types
from cdk8s_iter8.applying.preparation import not_deletable
from cdk8s_iter8.applying.step import Done, Step
from cdk8s_iter8.cluster.api_error import NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, Object, ObjectKey
from cdk8s_iter8.cluster.marks import ROUTEMAP_SELECTOR
from cdk8s_iter8.cluster.release_objects import release_objects
from cdk8s_iter8.cluster.releases import ReleaseKey, find_releases, release_key
from cdk8s_iter8.live.kinds import object_words
from cdk8s_iter8.live.owner import owner_of


@dataclass(frozen=True)
class Doomed:
    """What a deletion takes away.

    Attributes:
        key: The release.
        elsewhere: Objects of its versions in other namespaces.
        routemap: Its routemap; none, where a deletion was interrupted.
        routes: Its routes.
        rest: All its other objects.
    """

    key: ReleaseKey
    elsewhere: Mapping[ObjectKey, Object]
    routemap: Mapping[ObjectKey, Object]
    routes: Mapping[ObjectKey, Object]
    rest: Mapping[ObjectKey, Object]

    def stages(self) -> tuple[Mapping[ObjectKey, Object], ...]:
        """Returns the objects in the order in which they go; each stage is gone before the next one begins.

        Only the routemap names the objects in other namespaces, so they go before it. The routemap goes before the
        versions in its own namespace: otherwise their deletion can make a controller apply the route once more.
        """
        return (self.elsewhere, self.routemap, self.routes, self.rest)

    def all(self) -> Mapping[ObjectKey, Object]:
        """Returns all objects in that order."""
        return {key: raw for stage in self.stages() for key, raw in stage.items()}


def doomed(connection: Connection, name: str, *, owned: bool = False) -> Doomed:
    """Finds what belongs to a release.

    Args:
        connection: The cluster; its namespace is the release's.
        name: The release's name.
        owned: Whether to delete objects that belong to Argo CD, Flux or Helm, too.

    Raises:
        ReleaseNotThereError: There is no release of the name, and nothing of one.
        ApplyError: Objects belong to others.
        CallError: The cluster cannot be read.
    """
    key = ReleaseKey(connection.namespace, name)
    routemaps = {
        ObjectKey(CONFIG_MAPS, key.namespace, raw["metadata"]["name"]): raw
        for raw in connection.objects(CONFIG_MAPS, key.namespace, ROUTEMAP_SELECTOR)
        if release_key(raw) == key
    }
    in_cluster = release_objects(
        connection, key, {listed.namespace for raw in routemaps.values() for listed in listed_objects(raw)}
    )
    refused = [*in_cluster.refused]
    try:
        routes = read_routes(connection, *key, {gvr for raw in routemaps.values() for gvr in route_types(raw)})
    except NotPermittedError as error:
        routes = {}
        refused.append(error)
    known = {
        object_key: raw for object_key, raw in in_cluster.objects.items() if not raw["metadata"].get("ownerReferences")
    }
    if not (known or routemaps or routes):
        find_releases(connection, [name])  # says where one is instead
    if refused:
        raise ApplyError(map(str, refused))
    others = {object_key: owner for object_key, raw in (known | routemaps).items() if (owner := owner_of(raw, name))}
    if others and not owned:
        raise ApplyError(
            f"{object_words(object_key)} belongs to {owner}; --owned deletes it too"
            for object_key, owner in others.items()
        )
    what = Doomed(
        key,
        {object_key: raw for object_key, raw in known.items() if object_key.namespace != key.namespace},
        routemaps,
        routes,
        {
            object_key: raw
            for object_key, raw in known.items()
            if object_key.namespace == key.namespace and object_key not in routemaps
        },
    )
    if problems := not_deletable(connection, what.all()):
        raise ApplyError(problems)
    return what


def delete(connection: Connection, what: Doomed, seconds: float) -> Iterator[Step]:
    """Deletes a release; yields its steps.

    Args:
        connection: The cluster.
        what: The release.
        seconds: How long each stage may take.

    Raises:
        WaitError: Something is still there; the lines name the way out.
        CallError: The cluster refuses something.
    """
    for stage in what.stages():
        yield from deleted(connection, stage)
        yield from gone(connection, stage, seconds)
    # A controller may have applied the route once more just after its routemap was gone.
    again = read_routes(connection, *what.key)
    yield from deleted(connection, again)
    yield from gone(connection, again, seconds)
    yield Done(f"{what.key}: gone")
