"""The releases in a cluster."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from cdk8s_iter8.cluster.api_error import CallError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, Object
from cdk8s_iter8.cluster.marks import ROUTEMAP_SELECTOR
from cdk8s_iter8.manifests.recommended_labels import INSTANCE
from cdk8s_iter8.validation.problem import printable

_SUFFIX = "-routemap"


class ReleaseKey(NamedTuple):
    """A release's namespace and name."""

    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{self.namespace}/{self.name}"


class ReleaseNotThereError(Exception):
    """There is no release of a name where it was looked for.

    Attributes:
        names: The names.
        lines: A line for each name, and where the release is instead.
    """

    def __init__(self, names: Iterable[str], lines: Iterable[str]) -> None:
        self.names, self.lines = tuple(names), tuple(map(printable, lines))
        super().__init__("\n".join(self.lines))


def release_key(routemap: Mapping[str, Any]) -> ReleaseKey:
    """Returns which release a routemap is of: by its label, else by its name, as with Iter8's chart.

    Example:
        >>> release_key({"metadata": {"namespace": "default", "name": "hello-routemap"}})
        ReleaseKey(namespace='default', name='hello')
    """
    metadata = routemap["metadata"]
    name = (metadata.get("labels") or {}).get(INSTANCE) or str(metadata["name"]).removesuffix(_SUFFIX)
    return ReleaseKey(metadata["namespace"], name)


def find_releases(
    connection: Connection, names: Collection[str] = (), *, everywhere: bool = False
) -> dict[ReleaseKey, Object]:
    """Returns the routemaps of releases, by release, in the order of their namespaces and names.

    Args:
        connection: The cluster; its namespace is where releases are looked for.
        names: Names of releases; none: all releases.
        everywhere: Whether to look in all namespaces.

    Raises:
        CallError: The routemaps cannot be read.
        ReleaseNotThereError: There is no release of a name.
    """
    where = None if everywhere else connection.namespace
    routemaps = {
        release_key(config_map): config_map for config_map in connection.objects(CONFIG_MAPS, where, ROUTEMAP_SELECTOR)
    }
    absent = [name for name in dict.fromkeys(names) if all(key.name != name for key in routemaps)]
    if absent:
        elsewhere = [] if everywhere else _elsewhere(connection)
        lines = [_absent(name, connection, elsewhere, everywhere=everywhere) for name in absent]
        raise ReleaseNotThereError(absent, lines)
    return {key: routemaps[key] for key in sorted(routemaps) if not names or key.name in names}


def _elsewhere(connection: Connection) -> list[ReleaseKey]:
    try:
        return sorted(map(release_key, connection.objects(CONFIG_MAPS, None, ROUTEMAP_SELECTOR)))
    except CallError:  # a user who may read only one namespace is told about that namespace
        return []


def _absent(name: str, connection: Connection, others: Iterable[ReleaseKey], *, everywhere: bool) -> str:
    if everywhere:
        return f"there is no release '{name}' in any namespace ({connection.context})"
    text = f"there is no release '{name}' in namespace {connection.namespace} ({connection.context})"
    namespaces = [key.namespace for key in others if key.name == name]
    if not namespaces:
        return text
    if len(namespaces) == 1:
        return f"{text}; there is one in {namespaces[0]}: --namespace {namespaces[0]}"
    return f"{text}; there are several, in {', '.join(namespaces)}: say which by --namespace"
