"""Reads a routemap from the cluster: untrusted text, checked as a whole."""

import hashlib
from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey, RoutemapKey
from cdk8s_iter8.engine.config import Config
from cdk8s_iter8.engine.routemap import (
    MOST_WEIGHT,
    RoutedVersion,
    Routemap,
    RoutemapError,
    RouteTemplate,
    VersionResource,
)
from cdk8s_iter8.engine.yaml_text import read_yaml
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.template.execution import Template
from cdk8s_iter8.template.parsing import parse_template
from cdk8s_iter8.template.template_error import TemplateError
from cdk8s_iter8.validation.problem import Path, Problem, ValuesError, as_text
from cdk8s_iter8.validation.source import Source


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
    """Reads one routemap, and collects its `problems`."""

    def __init__(self, key: RoutemapKey, uid: str, config: Config) -> None:
        self.key, self.uid, self.config = key, uid, config
        self.problems: list[Problem] = []

    def read(self, source: Source) -> Routemap:
        data = self.mapping(source.data, ())
        versions = [
            self.version(version, ("versions", index))
            for index, version in enumerate(self.items(data.get("versions"), ("versions",)))
        ]
        if not versions and not self.problems:
            self.wrong(("versions",), "a routemap needs at least one version")
        templates = self.mapping(data.get("routingTemplates") or {}, ("routingTemplates",))
        read = [self.template(name, template, ("routingTemplates", name)) for name, template in templates.items()]
        if self.problems:
            raise source.error(self.problems)
        return Routemap(self.key, self.uid, tuple(versions), tuple(template for template in read if template))

    def wrong(self, path: Path, message: str) -> None:
        self.problems.append(Problem(path, message))

    def mapping(self, value: object, path: Path) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self.wrong(path, f"{as_text(value)} is not a mapping")
        return {}

    def items(self, value: object, path: Path) -> list[Any]:
        if isinstance(value, list):
            return value
        if value is not None:
            self.wrong(path, f"{as_text(value)} is not a list")
        return []

    def text(self, fields: Mapping[str, Any], name: str, path: Path) -> str:
        value = fields.get(name)
        if isinstance(value, str) and value:
            return value
        self.wrong((*path, name), "is missing" if value is None else f"{as_text(value)} is not a name")
        return ""

    def version(self, value: object, path: Path) -> RoutedVersion:
        fields = self.mapping(value, path)
        resources = [
            self.resource(resource, (*path, "resources", index))
            for index, resource in enumerate(self.items(fields.get("resources"), (*path, "resources")))
        ]
        weight = fields.get("weight")
        if weight is None:
            weight = 1
        elif isinstance(weight, bool) or not isinstance(weight, int) or not 0 <= weight <= MOST_WEIGHT:
            self.wrong((*path, "weight"), f"{as_text(weight)} is not a weight (an integer from 0 to {MOST_WEIGHT})")
            weight = 0
        return RoutedVersion(tuple(resource for resource in resources if resource), weight)

    def resource(self, value: object, path: Path) -> VersionResource | None:
        fields = self.mapping(value, path)
        short, name = self.text(fields, "gvrShort", path), self.text(fields, "name", path)
        namespace = fields.get("namespace")
        if namespace is None:
            namespace = self.key.namespace
        elif not isinstance(namespace, str) or not namespace:
            self.wrong((*path, "namespace"), f"{as_text(namespace)} is not a namespace")
        elif namespace != self.key.namespace and not self.config.cluster_scoped:
            self.wrong(
                (*path, "namespace"),
                f"{as_text(namespace)} is not seen: this controller sees only its own namespace (clusterScoped: false)",
            )
        resource_type = self.known_type(short, path)
        if resource_type is None:
            return None
        return VersionResource(ObjectKey(GVR.of(resource_type), str(namespace), name), resource_type)

    def template(self, name: str, value: object, path: Path) -> RouteTemplate | None:
        fields = self.mapping(value, path)
        short, text = self.text(fields, "gvrShort", path), self.text(fields, "template", path)
        resource_type = self.known_type(short, path)
        if resource_type is None:
            return None
        if short not in self.config.routes:
            allowed = ", ".join(sorted(self.config.routes)) or "none"
            self.wrong(
                (*path, "gvrShort"),
                f"{as_text(short)} is no type that routemaps may apply ({allowed}); `applied: true` would allow it",
            )
            return None
        template: Template | TemplateError
        try:
            template = parse_template(text)
        except TemplateError as error:
            template = error
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
        return RouteTemplate(name, GVR.of(resource_type), template, digest)

    def known_type(self, short: str, path: Path) -> ResourceType | None:
        resource_type = self.config.types.get(short)
        if resource_type is None and short:
            known = ", ".join(self.config.types)
            self.wrong((*path, "gvrShort"), f"{as_text(short)} is no type that the controller knows: {known}")
        return resource_type
