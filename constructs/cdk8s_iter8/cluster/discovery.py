"""Asks the cluster for the plural name of a kind, and whether its objects have namespaces."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.cluster.keys import GVR, ObjectKey


class UnknownKindError(Exception):
    """The cluster's API group has no such kind."""


@dataclass
class Discovery:
    """What a cluster's types are called. Each version of a group is asked for once.

    Attributes:
        connection: The cluster.
    """

    connection: Connection
    _known: dict[str, dict[str, tuple[str, bool]]] = field(default_factory=dict)

    def key(self, manifest: Mapping[str, Any]) -> ObjectKey:
        """Returns which object a manifest is.

        Args:
            manifest: The manifest; without a namespace it is in the connection's, if its kind has namespaces.

        Raises:
            MissingTypeError: The cluster does not have the API group in that version.
            UnknownKindError: The API group has no such kind.
        """
        gvr, namespaced = self.type_of(str(manifest["apiVersion"]), str(manifest["kind"]))
        metadata = manifest["metadata"]
        namespace = metadata.get("namespace") or self.connection.namespace
        return ObjectKey(gvr, namespace if namespaced else "", metadata["name"])

    def type_of(self, api_version: str, kind: str) -> tuple[GVR, bool]:
        """Returns the type of a kind, and whether its objects are in namespaces."""
        group, _, version = api_version.rpartition("/")
        if api_version not in self._known:
            resources = self.connection.resources(group, version).get("resources") or ()
            self._known[api_version] = {
                resource["kind"]: (resource["name"], bool(resource["namespaced"]))
                for resource in resources
                if "/" not in resource["name"]
            }
        if kind not in self._known[api_version]:
            where = f"{self.connection.context}: {api_version}"
            raise UnknownKindError(f"{where} has no kind {kind}: its CRD is not installed, or of another version")
        plural, namespaced = self._known[api_version][kind]
        return GVR(group, version, plural), namespaced
