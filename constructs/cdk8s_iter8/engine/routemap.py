"""A routemap without mistakes, as the controller works with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.cluster.keys import CONFIG_MAPS, GVR, ObjectKey, RoutemapKey
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.iter8.routemap_spec import WEIGHT_CONFIG_SUFFIX
from cdk8s_iter8.template.execution import Template
from cdk8s_iter8.template.template_error import TemplateError

MOST_WEIGHT = 2**32 - 1  # Iter8's weights are Go's uint32


class RoutemapError(ValueError):
    """A routemap is wrong, so no route is made from it. The message has every problem, separated by semicolons."""


@dataclass(frozen=True, slots=True)
class VersionResource:
    """An object of a version.

    Attributes:
        key: The object.
        type: Its type, with the conditions of its short name.
    """

    key: ObjectKey
    type: ResourceType


@dataclass(frozen=True, slots=True)
class RoutedVersion:
    """A version of the routemap.

    Attributes:
        resources: Its objects; the first one's annotation overrides the weight.
        weight: The declared weight; 1 where the routemap has none.
    """

    resources: tuple[VersionResource, ...]
    weight: int

    @property
    def weight_config(self) -> ObjectKey | None:
        """The ConfigMap whose annotation overrides the weight; None: there is none."""
        first = self.resources[0].key if self.resources else None
        is_config = first and first.gvr == CONFIG_MAPS and first.name.endswith(WEIGHT_CONFIG_SUFFIX)
        return first if is_config else None

    @property
    def main(self) -> ObjectKey | None:
        """The object that is called as the version: the first one that is not its weight-config; None: no object."""
        keys = [resource.key for resource in self.resources]
        return next((key for key in keys if key != self.weight_config), keys[0] if keys else None)

    @property
    def name(self) -> str:
        """The version's name: that of its main object; empty where it has no object."""
        name = self.main.name if self.main else ""
        return name.removesuffix(WEIGHT_CONFIG_SUFFIX) if self.main == self.weight_config else name


@dataclass(frozen=True, slots=True)
class RouteTemplate:
    """A routing template of the routemap.

    Attributes:
        name: Its name in the routemap.
        gvr: The type of the route.
        template: The parsed template, or why it cannot be executed.
        digest: Changes with its text.
    """

    name: str
    gvr: GVR
    template: Template | TemplateError
    digest: str


@dataclass(frozen=True, slots=True)
class Routemap:
    """A routemap without mistakes in itself.

    Attributes:
        key: Namespace and name of its ConfigMap.
        uid: The ConfigMap's uid, by which routes are owned.
        versions: At least one.
        templates: Its routing templates, in order.
    """

    key: RoutemapKey
    uid: str
    versions: tuple[RoutedVersion, ...]
    templates: tuple[RouteTemplate, ...]


def objects(routemap: Routemap) -> Iterator[ObjectKey]:
    """Yields every object of every version."""
    for version in routemap.versions:
        for resource in version.resources:
            yield resource.key
