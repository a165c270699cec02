"""What objects are named by: their type in the API, their namespace and their name."""

from typing import Any, NamedTuple, TypeAlias

from cdk8s_iter8.iter8.resource_type import ResourceType

Object: TypeAlias = dict[str, Any]
"""An object of the API, as JSON has it."""


class GVR(NamedTuple):
    """A type of objects: API group, version and plural name."""

    group: str
    version: str
    resource: str

    @classmethod
    def of(cls, resource_type: ResourceType) -> "GVR":
        """Returns the type without its conditions."""
        return cls(resource_type.group, resource_type.version, resource_type.resource)

    @property
    def api_version(self) -> str:
        """What objects of the type have as ``apiVersion``."""
        return f"{self.group}/{self.version}" if self.group else self.version

    def path(self, namespace: str | None = None, name: str | None = None) -> str:
        """Returns the path of one object, of a namespace's objects, or of all.

        Example:
            >>> GVR("apps", "v1", "deployments").path("default", "hello")
            '/apis/apps/v1/namespaces/default/deployments/hello'
        """
        root = f"/apis/{self.group}/{self.version}" if self.group else f"/api/{self.version}"
        within = f"/namespaces/{namespace}" if namespace else ""
        return f"{root}{within}/{self.resource}" + (f"/{name}" if name else "")

    def __str__(self) -> str:
        return f"{self.resource}.{self.group}" if self.group else self.resource


class ObjectKey(NamedTuple):
    """An object's type, namespace and name."""

    gvr: GVR
    namespace: str
    name: str

    @property
    def path(self) -> str:
        """The object's path in the API."""
        return self.gvr.path(self.namespace, self.name)

    def as_data(self) -> dict[str, str]:
        """Returns the key as plain data for programs.

        Example:
            >>> ObjectKey(CONFIG_MAPS, "default", "a").as_data()
            {'type': 'v1/configmaps', 'namespace': 'default', 'name': 'a'}
        """
        return {
            "type": f"{self.gvr.api_version}/{self.gvr.resource}",
            "namespace": self.namespace,
            "name": self.name,
        }

    def __str__(self) -> str:
        return f"{self.gvr} {self.namespace}/{self.name}"


class RoutemapKey(NamedTuple):
    """A routemap's namespace and name."""

    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{self.namespace}/{self.name}"


CONFIG_MAPS = GVR("", "v1", "configmaps")
