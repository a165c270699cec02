"""Reads the status of several releases, once or again and again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from cdk8s_iter8.cluster.api_error import CallError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.releases import ReleaseNotThereError
from cdk8s_iter8.live.observation import observe_releases
from cdk8s_iter8.live.release_status import ReleaseStatus, release_status
from cdk8s_iter8.live.values_difference import values_differences
from cdk8s_iter8.release.resolved import ResolvedRelease


@dataclass(frozen=True)
class Statuses:
    """The releases that a command is about.

    Attributes:
        connection: The cluster.
        names: The releases; none: all.
        files: The releases of values files, with which the cluster is compared; none: it is not compared.
        everywhere: Whether to look in all namespaces.
    """

    connection: Connection
    names: Sequence[str] = ()
    files: Sequence[ResolvedRelease] = ()
    everywhere: bool = False

    def read(self) -> list[ReleaseStatus]:
        """Reads them once.

        Raises:
            CallError: The cluster cannot be read.
            ReleaseNotThereError: There is no release of a name.
        """
        now = datetime.now(UTC)
        if not self.files:
            found = observe_releases(self.connection, self.names, everywhere=self.everywhere)
            return [release_status(each, now) for each in found]
        by_key = {(each.application.namespace, each.application.name): each for each in self.files}
        statuses = []
        for namespace in dict.fromkeys(namespace for namespace, _ in by_key):
            names = [name for there, name in by_key if there == namespace]
            for each in observe_releases(replace(self.connection, namespace=namespace), names):
                differing = values_differences(by_key[each.key].manifests(), each)
                statuses.append(release_status(each, now, differing))
        return statuses

    def tried(self) -> tuple[list[ReleaseStatus], str]:
        """Reads them once; what may be another time, such as a release that is not there yet, is a line.

        Raises:
            CallError: The cluster cannot be read, and trying again would not help.
        """
        try:
            return self.read(), ""
        except ReleaseNotThereError as error:
            return [], "; ".join(error.lines)
        except CallError as error:
            if 0 < error.status < 500:
                raise
            return [], str(error)  # the API server is away, or cannot do its work now
