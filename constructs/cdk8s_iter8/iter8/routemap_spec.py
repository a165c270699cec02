"""The routemap as data: the versions' objects and the routing templates that the Iter8 controller reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cdk8s_iter8.template import LiteralBlock, Node, render

ITER8_VERSION = "v1.1"
WEIGHT_CONFIG_SUFFIX = "-weight-config"
"""Ends the name of the ConfigMap whose annotation is a version's weight."""


@dataclass(frozen=True)
class Resource:
    """An object of a version. The version gets traffic only if all its objects exist and are ready.

    Attributes:
        gvr_short: The controller's short name of the object's type, such as ``ksvc``.
        name: The object's name.
        namespace: The object's namespace.
    """

    gvr_short: str
    name: str
    namespace: str


@dataclass(frozen=True)
class RoutemapVersion:
    """A version as a routemap lists it (Iter8 controllers/routemap.go, `version`).

    Attributes:
        resources: The version's objects. The controller reads the annotation ``iter8.tools/weight`` of the first one.
        weight: The declared weight; None: 1, the controller's default.
    """

    resources: tuple[Resource, ...]
    weight: int | None = None


@dataclass(frozen=True)
class RoutingTemplate:
    """A resource that the controller applies with the live weights.

    Attributes:
        gvr_short: The controller's short name of the resource's type, such as ``vs``.
        template: The resource as data (see `cdk8s_iter8.template`).
    """

    gvr_short: str
    template: Node


def weight_resource(name: str, namespace: str) -> Resource:
    """Returns the ConfigMap with a version's weight, which the controller watches.

    Args:
        name: The version's name.
        namespace: The version's namespace.

    Example:
        >>> weight_resource("hello-1", "default").name
        'hello-1-weight-config'
    """
    return Resource("cm", f"{name}{WEIGHT_CONFIG_SUFFIX}", namespace)


def holds_routemap(manifest: Mapping[str, Any]) -> bool:
    """Returns whether an object is a routemap's ConfigMap: it has the key ``strSpec``, whatever that says.

    Example:
        >>> holds_routemap({"data": {"strSpec": "versions: []"}}), holds_routemap({"data": None})
        (True, False)
    """
    return "strSpec" in (manifest.get("data") or {})


def str_spec(versions: Sequence[RoutemapVersion], templates: Mapping[str, RoutingTemplate]) -> str:
    """Writes the key ``strSpec`` of a routemap, which the controller reads, as YAML for people."""
    spec: dict[str, Node] = {"versions": [_version(version) for version in versions]}
    if templates:
        spec["routingTemplates"] = {
            name: {"gvrShort": template.gvr_short, "template": LiteralBlock(render(template.template))}
            for name, template in templates.items()
        }
    return render(spec)


def _version(version: RoutemapVersion) -> dict[str, Node]:
    resources: list[Node] = [
        {"gvrShort": resource.gvr_short, "name": resource.name, "namespace": resource.namespace}
        for resource in version.resources
    ]
    weight: dict[str, Node] = {} if version.weight is None else {"weight": version.weight}
    return {"resources": resources, **weight}
