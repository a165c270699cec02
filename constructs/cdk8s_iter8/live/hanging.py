"""What the deletion of an object waits for."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cdk8s_iter8.cluster.keys import ObjectKey
from cdk8s_iter8.cluster.marks import FINALIZER
from cdk8s_iter8.live.ages import age, moment
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.route_rules import sequence


def hanging(key: ObjectKey, raw: Mapping[str, Any], now: datetime) -> tuple[str, ...]:
    """Returns a line if an object is being deleted: since when, and which finalizers it waits for; else nothing."""
    deleted = raw["metadata"].get("deletionTimestamp")
    if not deleted:
        return ()
    finalizers = [str(finalizer) for finalizer in sequence(raw["metadata"].get("finalizers"))]
    since = age(moment(deleted), now)
    named = f"{kind_words(key.gvr)} {key.name} is being deleted, since {since}"
    if not finalizers:
        return (named,)
    waits = f"{named}; waits for the finalizer{'s' if len(finalizers) > 1 else ''} {', '.join(finalizers)}"
    controller = "; the controller takes it off, or `cdk8s-iter8 release-finalizers` if there is none any more"
    return (waits + (controller if FINALIZER in finalizers else ""),)
