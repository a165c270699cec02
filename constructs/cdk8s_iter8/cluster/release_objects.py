"""The objects of a release in a cluster, and which objects belong to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cdk8s_iter8.cluster.api_error import MissingTypeError, NotPermittedError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, WATCH_LABEL
from cdk8s_iter8.cluster.releases import ReleaseKey
from cdk8s_iter8.iter8.resource_type import KNATIVE, SHIPPED
from cdk8s_iter8.manifests.recommended_labels import INSTANCE, MANAGED_BY

_ENTRIES = (
    GVR("networking.istio.io", "v1beta1", "serviceentries"),
    GVR("gateway.networking.k8s.io", "v1beta1", "referencegrants"),
)


TYPES: Final = (
    *dict.fromkeys(GVR.of(known) for known in (SHIPPED | KNATIVE).values() if not known.is_route),
    *_ENTRIES,
)
"""The types of the objects that the environments of this project make. Routes, which the controller makes, are not
among them."""


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
            ObjectKey(gvr, raw["metadata"].get("namespace", ""), raw["metadata"]["name"]): raw
            for gvr, answer in answers
            if isinstance(answer, list)
            for raw in answer
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
        more = read_types(connection, wanted, namespace, f"{INSTANCE}={key.name}")
        objects = {object_key: raw for object_key, raw in more.objects.items() if belongs(raw, key.name)}
        whole = Found(whole.objects | objects, whole.refused + more.refused, whole.missing or more.missing)
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
            entry.get("manager") == FIELD_MANAGER and entry.get("operation") == "Apply"
            for entry in metadata.get("managedFields") or ()
        )
    )
