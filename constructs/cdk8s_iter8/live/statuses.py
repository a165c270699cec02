"""Reads the status of several releases, once or again and again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from cdk8s_iter8.cluster.api_error import CallError
from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.releases import ReleaseNotThereError
from cdk8s_iter8.live.controllers import Controllers, find_controllers
from cdk8s_iter8.live.object_reader import ObjectReader
from cdk8s_iter8.live.observation import Observation, observe_releases
from cdk8s_iter8.live.release_status import ReleaseStatus, release_status

if TYPE_CHECKING:  # without values files no release is resolved
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
    files: "Sequence[ResolvedRelease]" = ()
    everywhere: bool = False

    @property
    def place(self) -> str:
        """Where the releases are, such as ``namespace default``."""
        return "any namespace" if self.everywhere else f"namespace {', '.join(self._namespaces)}"

    @cached_property
    def _namespaces(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(release.application.namespace for release in self.files)) or (
            self.connection.namespace,
        )

    @cached_property
    def _controllers(self) -> Controllers:
        """As they were when they were asked for first: a controller reads its configuration when it starts."""
        return find_controllers(self.connection, self._namespaces)

    @cached_property
    def _readers(self) -> dict[str, ObjectReader]:
        return {
            namespace: ObjectReader(replace(self.connection, namespace=namespace)) for namespace in self._namespaces
        }

    def read(self) -> list[ReleaseStatus]:
        """Reads them once.

        Raises:
            CallError: The cluster cannot be read.
            ReleaseNotThereError: There is no release of a name.
        """
        now = datetime.now(UTC)
        by_key = {(release.application.namespace, release.application.name): release for release in self.files}
        statuses: list[ReleaseStatus] = []
        for namespace, reader in self._readers.items():
            names = [name for there, name in by_key if there == namespace] or self.names
            statuses += [
                release_status(observation, now, self._differing(by_key.get(observation.key), observation))
                for observation in observe_releases(reader, self._controllers, names, everywhere=self.everywhere)
            ]
        return statuses

    def _differing(self, release: "ResolvedRelease | None", observation: Observation) -> Iterable[str]:
        if release is None:
            return ()
        from cdk8s_iter8.live.values_difference import values_differences

        return values_differences(release.manifests(), observation)

    def tried(self) -> tuple[list[ReleaseStatus], str]:
        """Reads them once. An error that may pass, such as a release that is not there yet, is returned as a line.

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
