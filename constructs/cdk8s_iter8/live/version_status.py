"""The status of a version: whether it is ready and why not, its weight, and what hangs."""

from dataclasses import dataclass
from datetime import datetime

from cdk8s_iter8.engine.routemap import RoutedVersion
from cdk8s_iter8.live.ages import moment
from cdk8s_iter8.live.hanging import hanging
from cdk8s_iter8.live.observation import Observation
from cdk8s_iter8.live.readiness import outdated_because, reasons, unready_because


@dataclass(frozen=True)
class VersionStatus:
    """A version in the cluster.

    Attributes:
        name: Its name; ``?`` where the routemap names none of its objects.
        namespace: Its namespace.
        ready: Whether it can get requests, by the controller's rule; None: not known, an object may not be read.
        reason: Why it is not ready, in the words of who sets the condition; empty: it is.
        outdated: Why it does not serve what was applied last, although it is ready; empty: it does.
        declared: The weight in the routemap; None: the routemap has none, weights do not matter.
        live: The weight that counts: the annotation's if there is one, else the declared one.
        created: When its main object was made.
        hanging: What its deletion waits for, a line for each object that is being deleted.
    """

    name: str
    namespace: str
    ready: bool | None
    reason: str
    outdated: str
    declared: int | None
    live: int | None
    created: datetime | None
    hanging: tuple[str, ...] = ()

    @property
    def overridden(self) -> bool:
        """Whether an annotation gives it another weight than the routemap."""
        return self.live != self.declared


def version_status(
    version: RoutedVersion, declared: int | None, live: int, observation: Observation, now: datetime
) -> VersionStatus:
    """Decides a version's status.

    Args:
        version: The version in the routemap.
        declared: Its weight in the routemap's text; None: the text has none.
        live: Its weight, an annotation considered.
        observation: What was read.
        now: The time.
    """
    keys = [resource.key for resource in version.resources]
    main = version.main
    refused = [observation.refused[key] for key in keys if key in observation.refused]
    readable = [resource for resource in version.resources if resource.key not in observation.refused]
    reason = reasons(readable, observation.found, unready_because)
    raws = [(key, raw) for key in keys if (raw := observation.found.get(key))]
    raw = observation.found.get(main) if main else None
    return VersionStatus(
        name=version.name or "?",
        namespace=main.namespace if main else observation.key.namespace,
        ready=None if refused and not reason else not reason,
        reason="; ".join(map(str, refused)) if refused and not reason else reason,
        outdated="" if reason else reasons(readable, observation.found, outdated_because),
        declared=declared,
        live=None if declared is None and live == version.weight else live,
        created=moment(raw["metadata"].get("creationTimestamp")) if raw else None,
        hanging=tuple(line for key, raw in raws for line in hanging(key, raw, now)),
    )
