"""Finds the objects of a release in the cluster that its values no longer make."""

from collections.abc import Collection, Iterator, Mapping

from cdk8s_iter8.cluster.keys import Object, ObjectKey


def prunable(in_cluster: Mapping[ObjectKey, Object], declared: Collection[ObjectKey]) -> dict[ObjectKey, Object]:
    """Returns the objects that are to be deleted, those that serve requests last.

    Objects that another object owns, such as those that Knative makes for a Service, go with their owner.

    Args:
        in_cluster: The objects of the release in the cluster.
        declared: The objects that the values make.
    """
    kept = {(key.gvr.group, key.gvr.resource, key.namespace, key.name) for key in declared}
    going = {
        key: raw
        for key, raw in in_cluster.items()
        if (key.gvr.group, key.gvr.resource, key.namespace, key.name) not in kept
        and not raw["metadata"].get("ownerReferences")
    }
    return {key: going[key] for key in sorted(going, key=lambda key: (key.gvr.resource != "configmaps", key))}


def served_by(key: ObjectKey) -> str | None:
    """Returns the name by which a route would give requests to an object; None: it serves none.

    A ConfigMap and a ReferenceGrant serve no requests.
    """
    return None if key.gvr.resource in ("configmaps", "referencegrants") else key.name


def waiting_for(going: Collection[ObjectKey]) -> Iterator[str]:
    """Yields the names of objects to which a route must give nothing before they go, each once."""
    yield from dict.fromkeys(name for key in going if (name := served_by(key)))
