"""A routemap as the controller reads it from the cluster: untrusted text, checked as a whole."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey, RoutemapKey
from cdk8s_iter8.engine.config import Config
from cdk8s_iter8.engine.yaml_text import read_yaml
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.template.execution import Template
from cdk8s_iter8.template.parsing import parse_template
from cdk8s_iter8.template.template_error import TemplateError
from cdk8s_iter8.validation.problem import Path, Problem, ValuesError, shown
from cdk8s_iter8.validation.source import Source

MOST_WEIGHT = 2**32 - 1  # Iter8's weights are Go's uint32


class RoutemapError(ValueError):
    """A routemap that no route is made from; the message has every problem, separated by semicolons."""


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


def read_routemap(config_map: Object, config: Config) -> Routemap:
    """Reads a routemap (Iter8 controllers/routemap.go, `extractRoutemap`).

    Args:
        config_map: The ConfigMap.
        config: The controller's configuration, for the types and the scope.

    Returns:
        The routemap. A template that cannot be parsed is kept as its error, since other templates may be right.

    Raises:
        RoutemapError: Everything that is wrong, with the line in ``strSpec`` where it is known.
    """
    metadata = config_map["metadata"]
    key = RoutemapKey(metadata["namespace"], metadata["name"])
    text = (config_map.get("data") or {}).get("strSpec")
    if not isinstance(text, str):
        raise RoutemapError("data.strSpec: is missing; it holds the versions and the routing templates as YAML")
    try:
        source = read_yaml(text, "strSpec")
        return _Reader(key, metadata["uid"], config).read(source)
    except ValuesError as error:
        lines = error.lines
        raise RoutemapError(
            "; ".join(lines[:10]) + (f"; and {len(lines) - 10} more" if len(lines) > 10 else "")
        ) from None


class _Reader:
    """Reads one routemap; `problems` are what is wrong so far."""

    def __init__(self, key: RoutemapKey, uid: str, config: Config) -> None:
        self.key, self.uid, self.config = key, uid, config
        self.problems: list[Problem] = []

    def read(self, source: Source) -> Routemap:
        data = self.mapping(source.data, ())
        versions = [
            self.version(each, ("versions", index))
            for index, each in enumerate(self.items(data.get("versions"), ("versions",)))
        ]
        if not versions and not self.problems:
            self.wrong(("versions",), "a routemap needs at least one version")
        templates = self.mapping(data.get("routingTemplates") or {}, ("routingTemplates",))
        read = [self.template(name, each, ("routingTemplates", name)) for name, each in templates.items()]
        if self.problems:
            raise source.error(self.problems)
        return Routemap(self.key, self.uid, tuple(versions), tuple(each for each in read if each))

    def wrong(self, path: Path, message: str) -> None:
        self.problems.append(Problem(path, message))

    def mapping(self, value: object, path: Path) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self.wrong(path, f"{shown(value)} is not a mapping")
        return {}

    def items(self, value: object, path: Path) -> list[Any]:
        if isinstance(value, list):
            return value
        if value is not None:
            self.wrong(path, f"{shown(value)} is not a list")
        return []

    def text(self, fields: Mapping[str, Any], name: str, path: Path) -> str:
        value = fields.get(name)
        if isinstance(value, str) and value:
            return value
        self.wrong((*path, name), "is missing" if value is None else f"{shown(value)} is not a name")
        return ""

    def version(self, value: object, path: Path) -> RoutedVersion:
        fields = self.mapping(value, path)
        resources = [
            self.resource(each, (*path, "resources", index))
            for index, each in enumerate(self.items(fields.get("resources"), (*path, "resources")))
        ]
        weight = fields.get("weight")
        if weight is None:
            weight = 1
        elif isinstance(weight, bool) or not isinstance(weight, int) or not 0 <= weight <= MOST_WEIGHT:
            self.wrong((*path, "weight"), f"{shown(weight)} is not a weight (an integer from 0 to {MOST_WEIGHT})")
            weight = 0
        return RoutedVersion(tuple(each for each in resources if each), weight)

    def resource(self, value: object, path: Path) -> VersionResource | None:
        fields = self.mapping(value, path)
        short, name = self.text(fields, "gvrShort", path), self.text(fields, "name", path)
        namespace = fields.get("namespace")
        if namespace is None:
            namespace = self.key.namespace
        elif not isinstance(namespace, str) or not namespace:
            self.wrong((*path, "namespace"), f"{shown(namespace)} is not a namespace")
        elif namespace != self.key.namespace and not self.config.cluster_scoped:
            self.wrong(
                (*path, "namespace"),
                f"{shown(namespace)} is not seen: this controller sees only its own namespace (clusterScoped: false)",
            )
        found = self.config.types.get(short)
        if found is None:
            if short:
                self.wrong((*path, "gvrShort"), f"{shown(short)} is no type that the controller knows: {self.known()}")
            return None
        return VersionResource(ObjectKey(GVR.of(found), str(namespace), name), found)

    def template(self, name: str, value: object, path: Path) -> RouteTemplate | None:
        fields = self.mapping(value, path)
        short, text = self.text(fields, "gvrShort", path), self.text(fields, "template", path)
        found = self.config.types.get(short)
        if found is None:
            if short:
                self.wrong((*path, "gvrShort"), f"{shown(short)} is no type that the controller knows: {self.known()}")
            return None
        if short not in self.config.routes:
            allowed = ", ".join(sorted(self.config.routes)) or "none"
            self.wrong(
                (*path, "gvrShort"),
                f"{shown(short)} is no type that routemaps may apply ({allowed}); `applied: true` would allow it",
            )
            return None
        template: Template | TemplateError
        try:
            template = parse_template(text)
        except TemplateError as error:
            template = error
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
        return RouteTemplate(name, GVR.of(found), template, digest)

    def known(self) -> str:
        return ", ".join(self.config.types)


def objects(routemap: Routemap) -> Iterator[ObjectKey]:
    """Yields every object of every version."""
    for version in routemap.versions:
        for resource in version.resources:
            yield resource.key
