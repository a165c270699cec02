"""The releases in a cluster, and which objects belong to one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from cdk8s_iter8.cluster.api_error import CallError, MissingTypeError, NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, GVR, Object, ObjectKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, ROUTEMAP_SELECTOR, WATCH_LABEL
from cdk8s_iter8.iter8.resource_type import KNATIVE, ROUTES, SHIPPED
from cdk8s_iter8.release.labels import INSTANCE, MANAGED_BY
from cdk8s_iter8.validation.problem import printable

_SUFFIX = "-routemap"
_ENTRIES = (
    GVR("networking.istio.io", "v1beta1", "serviceentries"),
    GVR("gateway.networking.k8s.io", "v1beta1", "referencegrants"),
)

TYPES: Final = (
    *dict.fromkeys(GVR.of(each) for each in (SHIPPED | KNATIVE).values() if (each.group, each.resource) not in ROUTES),
    *_ENTRIES,
)
"""The types of the objects that the environments of this project make. Routes, which the controller makes, are not
among them."""


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


@dataclass(frozen=True)
class Found:
    """What was read of several types.

    Attributes:
        objects: The objects.
        refused: The types that may not be read.
        missing: The types that the cluster does not have.
    """

    objects: dict[ObjectKey, Object] = field(default_factory=dict)
    refused: tuple[NotPermittedError, ...] = ()
    missing: tuple[MissingTypeError, ...] = ()


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
    found = {release_key(each): each for each in connection.objects(CONFIG_MAPS, where, ROUTEMAP_SELECTOR)}
    absent = [name for name in dict.fromkeys(names) if all(key.name != name for key in found)]
    if absent:
        elsewhere = [] if everywhere else _elsewhere(connection)
        lines = [_absent(name, connection, elsewhere, everywhere=everywhere) for name in absent]
        raise ReleaseNotThereError(absent, lines)
    return {key: found[key] for key in sorted(found) if not names or key.name in names}


def _elsewhere(connection: Connection) -> list[ReleaseKey]:
    try:
        return sorted(map(release_key, connection.objects(CONFIG_MAPS, None, ROUTEMAP_SELECTOR)))
    except CallError:  # who may read one namespace is told about that one
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


def read_types(connection: Connection, types: Iterable[GVR], namespace: str | None, selector: str) -> Found:
    """Reads the objects of several types at once. What may not be read or is not there is told, not raised.

    Args:
        connection: The cluster.
        types: The types.
        namespace: The namespace; None: all.
        selector: The label selector.

    Raises:
        CallError: The cluster cannot be read for another reason.
    """
    wanted = list(dict.fromkeys(types))

    def read(gvr: GVR) -> list[Object] | NotPermittedError | MissingTypeError:
        try:
            return connection.objects(gvr, namespace, selector)
        except (NotPermittedError, MissingTypeError) as error:
            return error

    answers = list(zip(wanted, connection.at_once(read, wanted), strict=True))
    return Found(
        {
            ObjectKey(gvr, each["metadata"].get("namespace", ""), each["metadata"]["name"]): each
            for gvr, answer in answers
            if isinstance(answer, list)
            for each in answer
        },
        tuple(answer for _, answer in answers if isinstance(answer, NotPermittedError)),
        tuple(answer for _, answer in answers if isinstance(answer, MissingTypeError)),
    )


def release_objects(
    connection: Connection, key: ReleaseKey, namespaces: Iterable[str] = (), types: Iterable[GVR] = TYPES
) -> Found:
    """Reads all objects that belong to a release.

    Args:
        connection: The cluster.
        key: The release.
        namespaces: Namespaces of its versions, beside its own.
        types: The types to look at.

    Raises:
        CallError: The cluster cannot be read, for another reason than a missing permission or CRD.
    """
    wanted, whole = tuple(types), Found()
    for namespace in dict.fromkeys((key.namespace, *namespaces)):
        found = read_types(connection, wanted, namespace, f"{INSTANCE}={key.name}")
        objects = {each: raw for each, raw in found.objects.items() if belongs(raw, key.name)}
        whole = Found(whole.objects | objects, whole.refused + found.refused, whole.missing or found.missing)
    return whole


def belongs(raw: Mapping[str, Any], name: str) -> bool:
    """Tells whether an object belongs to a release.

    The label ``app.kubernetes.io/instance`` alone does not say so: a Helm release of the same name has it too. So one
    more mark is asked for: the label of this project, a label that Iter8's controller reads, or that this project has
    applied the object.

    Args:
        raw: The object.
        name: The release's name.

    Example:
        >>> belongs({"metadata": {"labels": {INSTANCE: "hello", MANAGED_BY: "Helm"}}}, "hello")
        False
        >>> belongs({"metadata": {"labels": {INSTANCE: "hello", MANAGED_BY: "cdk8s-iter8"}}}, "hello")
        True
    """
    metadata = raw["metadata"]
    labels = metadata.get("labels") or {}
    if labels.get(INSTANCE) != name:
        return False
    return (
        labels.get(MANAGED_BY) == FIELD_MANAGER
        or labels.get(WATCH_LABEL) == "true"
        or labels.get("iter8.tools/kind") == "routemap"
        or any(
            each.get("manager") == FIELD_MANAGER and each.get("operation") == "Apply"
            for each in metadata.get("managedFields") or ()
        )
    )
