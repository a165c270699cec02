"""Objects that are being deleted: waits until they are gone, and names what holds them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from cdk8s_iter8.applying.step import Done, Waits
from cdk8s_iter8.applying.waiting import WaitError, waiting
from cdk8s_iter8.cluster.api_error import ConflictError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.marks import FINALIZER
from cdk8s_iter8.live.kinds import object_words


def deleted(connection: Connection, going: Mapping[ObjectKey, Object]) -> Iterator[Done]:
    """Deletes objects as they were read, one after the other; yields a step for each.

    A new object that has taken the name of a deleted one is left alone.

    Args:
        connection: The cluster.
        going: The objects.

    Raises:
        CallError: The cluster refuses a deletion.
    """
    for key, raw in going.items():
        with suppress(ConflictError):
            connection.delete(key, raw["metadata"]["uid"])  # it may have gone with its owner
            yield Done(f"{object_words(key)}: deleted", key, "deleted")


def gone(connection: Connection, going: Mapping[ObjectKey, Object], seconds: float) -> Iterator[Waits]:
    """Waits until deleted objects are gone. A new object with the name of a deleted one is not waited for.

    Args:
        connection: The cluster.
        going: The objects as they were when they were deleted.
        seconds: How long to wait.

    Raises:
        WaitError: Objects are still there; the lines name their finalizers and the way out.
    """
    left: dict[ObjectKey, Object] = dict(going)

    def pending() -> Sequence[str]:
        for key, raw in zip([*left], connection.at_once(connection.read, [*left]), strict=True):
            if raw is None or raw["metadata"]["uid"] != going[key]["metadata"]["uid"]:
                del left[key]
            else:
                left[key] = raw
        return [f"{object_words(key)} is being deleted" for key in left]

    try:
        yield from waiting(pending, seconds)
    except WaitError as error:
        raise WaitError([hanging(key, raw) for key, raw in left.items()]) from error


def hanging(key: ObjectKey, raw: Object) -> str:
    """Says what holds up the deletion of an object, and the way out.

    Example:
        >>> from cdk8s_iter8.cluster.keys import CONFIG_MAPS
        >>> hanging(ObjectKey(CONFIG_MAPS, "default", "a"), {"metadata": {"finalizers": ["example.com/b"]}})
        'configmap default/a is still there: its finalizer example.com/b waits for whoever has put it on'
    """
    finalizers = raw["metadata"].get("finalizers") or []
    if FINALIZER in finalizers:
        way_out = f"start the controller, or run `cdk8s-iter8 release-finalizers --namespace {key.namespace}`"
        return f"{object_words(key)} is still there: no controller takes its finalizer {FINALIZER} off; {way_out}"
    if finalizers:
        names = ", ".join(finalizers)
        several = len(finalizers) > 1
        said = f"finalizers {names} wait" if several else f"finalizer {names} waits"
        return f"{object_words(key)} is still there: its {said} for whoever has put {'them' if several else 'it'} on"
    return f"{object_words(key)} is still there, and nothing holds it: see `kubectl get --raw {key.path}`"
